import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Fraction } from '@samstyr/core/fraction/fraction';
import type { Model } from '@samstyr/core/model/rows';
import type { Scope } from '@samstyr/documents/joint-budget/source';
import { type Edition, editionOf } from '@samstyr/documents/publish/edition';
import { documentOf } from '@samstyr/documents/publish/render';
import type { Figure } from '@samstyr/documents/tree/figure';
import type { DocumentTree } from '@samstyr/documents/tree/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guesses, hiddenIn } from './guess.ts';
import { sensitiveModel } from './random-sensitive.ts';

const editionFor = (model: Model, audience: 'public' | 'internal'): Edition | null => {
  const edition = editionOf(indexModel(model), { year: 2025, rounding: 'agreement', audience });
  return edition.ok ? edition.value : null;
};

function treeOf(edition: Edition, scope: Scope): DocumentTree {
  const tree = documentOf(edition, { language: 'nb', scope });
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems.slice(0, 3)));
  return tree.value;
}

/** Every edition laid on one desk: all their tables and sentences, read together. */
function deskOf(edition: Edition): DocumentTree {
  const municipalities = edition.overview.parties.map(
    ({ party }): Scope => ({ scope: 'municipality', party }),
  );
  const whole = treeOf(edition, { scope: 'full' });
  const trees = [
    whole,
    treeOf(edition, { scope: 'summary' }),
    ...municipalities.map((scope) => treeOf(edition, scope)),
  ];
  return {
    ...whole,
    parts: trees.flatMap(({ parts }) => parts),
    figures: new Map(trees.flatMap(({ figures }) => [...figures])),
  };
}

type Desk = { readonly tree: DocumentTree; readonly truth: (figure: string) => Fraction | null };

/** What is published of a cooperation, with the truth beside it; null when it may not leave the house. */
function published(model: Model): Desk | null {
  const [open, closed] = [editionFor(model, 'internal'), editionFor(model, 'public')];
  if (open === null || closed === null) return null;
  const known = deskOf(open).figures;
  return { tree: deskOf(closed), truth: (figure) => known.get(figure)?.value ?? null };
}

const amountsHidden = ({ tree }: Desk): readonly string[] =>
  hiddenIn(tree).filter((figure) => !figure.includes('@'));

/** The desk with one hidden figure printed after all. */
function withLeak({ tree, truth }: Desk, leaked: string): Desk {
  const figure = tree.figures.get(leaked) as Figure;
  const figures = new Map([...tree.figures, [leaked, { ...figure, value: truth(leaked), why: null }]]);
  return { tree: { ...tree, figures }, truth };
}

const drawn = fc.sample(sensitiveModel, { seed: 20250301, numRuns: 185 });
// The last one has a service of 4 000 kr in all: exactly five values, and no straight way between them.
const cooperations = [...drawn.slice(0, 24), ...drawn.slice(-1)];
const desks = cooperations.map(published);
const leaving = desks.filter((desk): desk is Desk => desk !== null && amountsHidden(desk).length > 0);

describe('small cooperations of random amounts, some of which rest on few people', () => {
  test('are published with something hidden, often enough to be worth the work', () => {
    expect(leaving.length).toBeGreaterThanOrEqual(8);
  });

  test('leave at least five values for every hidden amount, with all editions read together', () => {
    for (const desk of leaving) expect(guesses(desk)).toEqual([]);
  });

  test('give others away when one of the hidden amounts is printed, in most of them', () => {
    const caught = leaving.filter((desk) => {
      const left = amountsHidden(desk);
      return left.some((leaked) => guesses(withLeak(desk, leaked)).length > 0);
    });
    expect(caught.length * 2).toBeGreaterThan(leaving.length);
  });
});
