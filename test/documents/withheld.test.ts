import { renderHtml } from '@samstyr/documents/html/render-html';
import { describe, expect, test } from 'vitest';
import { exampleEdition, treeOf } from './example-document.ts';

const open = treeOf(exampleEdition('internal'), 'nb');
const edition = exampleEdition('public');
const closed = treeOf(edition, 'nb');
const hidden = edition.overview.rows.filter(({ current }) => edition.hides(current.figureId));

describe('the public edition', () => {
  test('hides something in the example', () => {
    expect(hidden.length).toBeGreaterThan(4);
  });

  test('has no value for a hidden figure, nor for its year, change or causes', () => {
    for (const { current, previous, figureId } of hidden)
      for (const id of [current.figureId, previous.figureId, `${figureId}@change`, `${figureId}@percent`]) {
        expect(closed.figures.get(id)?.value ?? null).toBeNull();
        expect(closed.explanations().figures.has(id)).toBe(false);
      }
    for (const cause of edition.causes)
      if (edition.hides(cause.figureId))
        expect(closed.explanations().figures.has(cause.figureId)).toBe(false);
  });

  test('has no step of an explanation that stands on the row of a hidden amount', () => {
    const cells = new Set(hidden.map(({ service, party }) => `${service}|${party}`));
    const rows = [...edition.index.model.line, ...edition.index.model.adopted].filter(({ service, party }) =>
      cells.has(`${service}|${party}`),
    );
    const places = new Set(rows.map(({ origin }) => `${origin?.file}:${origin?.line}`));
    const sources = (tree: typeof open) =>
      new Set(tree.explanations().steps.flatMap(({ facts }) => facts.map(([, fact]) => fact)));
    expect([...places].some((place) => sources(open).has(place))).toBe(true);
    expect([...places].filter((place) => sources(closed).has(place))).toEqual([]);
  });

  test('tells no step that only the internal edition may tell of a hidden cell', () => {
    const name = (party: string | null): string =>
      edition.overview.parties.find((one) => one.party === party)?.name ?? '';
    const service = (id: string | null): string => edition.index.service.get(id ?? '')?.name ?? '';
    for (const row of hidden) {
      const labels = [', ', ': '].map((sign) => `${service(row.service)}${sign}${name(row.party)}`);
      const shown = closed
        .explanations()
        .steps.filter((step) => labels.some((one) => step.label.includes(one)));
      expect(shown.map((step) => step.label)).toEqual([]);
    }
  });

  test('writes the sign and its words where the number would stand', () => {
    const page = renderHtml(closed);
    expect(page).toContain('<span aria-hidden="true">:</span><span class="vh">vises ikke</span>');
    expect(renderHtml(open)).not.toContain('<span class="vh">vises ikke</span>');
  });
});
