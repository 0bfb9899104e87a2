import { Buffer } from 'node:buffer';
import type { Language } from '@samstyr/contract/texts/language';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { renderWord } from '@samstyr/documents/docx/render-word';
import { renderHtml } from '@samstyr/documents/html/render-html';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import { editionOf } from '@samstyr/documents/publish/edition';
import { documentOf } from '@samstyr/documents/publish/render';
import type { ExplainedTree } from '@samstyr/documents/tree/node';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { beforeAll, describe, expect, test } from 'vitest';
import { armsFiles, nordvikArms } from '../arms-folder.ts';
import { structureOf } from '../read-pdf.ts';
import { readDocx } from './readers/read-docx.ts';

const read = readFolder(armsFiles());
if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
const edition = editionOf(indexModel(read.value), { year: 2025, rounding: 'agreement', audience: 'public' });
if (!edition.ok) throw new Error(JSON.stringify(edition.problems[0]));

function treeOf(party: string | null, language: Language = 'nb'): ExplainedTree {
  const scope = party === null ? ({ scope: 'full' } as const) : ({ scope: 'municipality', party } as const);
  const tree = documentOf(edition.ok ? edition.value : never(), { language, scope });
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems[0]));
  return tree.value;
}
const never = (): never => {
  throw new Error('the edition is made');
};
const figuresOf = async (tree: ExplainedTree): Promise<readonly string[]> => {
  const pdf = await renderPdf(tree);
  if (!pdf.ok) throw new Error(pdf.problems.map(({ message }) => message).join('\n'));
  const structure = await structureOf(pdf.value);
  return structure.elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt ?? '');
};
const nordvik = 'Kommunevåpenet til Nordvik';
const whole = treeOf(null);
const own = treeOf('nordvik');

describe('a municipality’s coat of arms', () => {
  test('stands on the front page of its own edition and on its own page, and on no one else’s', () => {
    expect(own.cover.arms?.alt).toBe(nordvik);
    expect(whole.cover.arms).toBeNull();
    const pictures = (tree: ExplainedTree): readonly string[] =>
      [...renderHtml(tree).matchAll(/<img class="arms"[^>]* alt="([^"]*)"/g)].map(([, alt = '']) => alt);
    expect(pictures(own)).toEqual([nordvik, nordvik]);
    expect(pictures(whole)).toEqual([nordvik, 'Kommunevåpenet til Midtdal']);
    expect(pictures(treeOf('lillevatn'))).toEqual([]);
  });

  test.each([
    ['nn', 'Kommunevåpenet til Nordvik'],
    ['en', 'The coat of arms of Nordvik'],
  ] as const)('is named in %s', (language, alt) => {
    expect(treeOf('nordvik', language).cover.arms?.alt).toBe(alt);
  });

  test('is a picture in the page, so that nothing in the drawing can ever run there', () => {
    const page = renderHtml(own);
    const data = /<img class="arms" src="data:image\/svg\+xml;base64,([^"]*)"/.exec(page)?.[1] ?? '';
    expect(Buffer.from(data, 'base64').toString()).toBe(nordvikArms);
    expect(page).not.toContain('skjold');
    expect(renderHtml(treeOf('midtdal'))).toContain('src="data:image/png;base64,iVBORw0KGgo');
  });

  test('is a figure with its name in a PDF/UA, on the front page and beside the heading', async () => {
    const figures = await figuresOf(own);
    expect(figures.filter((alt) => alt === nordvik)).toHaveLength(2);
    expect(figures.filter((alt) => alt === '')).toEqual([]);
    expect(await figuresOf(treeOf('midtdal'))).toContain('Kommunevåpenet til Midtdal');
  });

  test('is a picture with its name in Word, 14 mm high', async () => {
    for (const [party, name] of [
      ['nordvik', 'Nordvik'],
      ['midtdal', 'Midtdal'],
    ] as const) {
      const word = readDocx(await renderWord(treeOf(party)));
      const named = word.drawings.filter(({ text }) => text === `Kommunevåpenet til ${name}`);
      expect(named).toHaveLength(2);
    }
  });
});

describe('a municipality’s colour', () => {
  let style = '';
  beforeAll(() => {
    style = /<style>([\s\S]*?)<\/style>/.exec(renderHtml(whole))?.[1] ?? '';
  });

  test('is the accent of its edition, and of its page alone in the edition for all', () => {
    expect(own.accent).toBe('#7A1F2B');
    expect(whole.accent).toBeNull();
    expect(style).toContain('#kommune-nordvik{--petrol:#7A1F2B}');
    expect(style).not.toContain('#kommune-midtdal{');
  });

  test('is lightened in the dark and is itself on paper', () => {
    expect(style).toMatch(
      /@media screen and \(prefers-color-scheme:dark\)\{#kommune-nordvik\{--petrol:#(?!7A1F2B)[0-9A-F]{6}\}\}/,
    );
  });
});
