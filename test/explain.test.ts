import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEdits } from '@samstyr/contract/edits';
import { type ExplanationJson, explanationJson } from '@samstyr/contract/json/explanation';
import { overviewJson } from '@samstyr/contract/json/overview';
import { causes } from '@samstyr/core/budget/cause-table';
import { budgetPair, overview, overviewOf } from '@samstyr/core/budget/overview';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import { explain } from '@samstyr/core/explain/explain';
import { applyEdits } from '@samstyr/core/scenario/apply';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrongNodes } from './evaluator.ts';
import { exampleFolder, openFolder } from './open-example.ts';

type Rounding = 'agreement' | 'ore';

/** Every figure the overview of a year prints, with its sides. */
function printedIds(
  index: IndexedModel,
  year: number,
  rounding: Rounding,
): readonly { readonly id: string; readonly amountOre: string }[] {
  const view = overview(index, { year, version: null, rounding });
  if (!view.ok) throw new Error(JSON.stringify(view.problems[0]));
  const json = overviewJson(view.value, null);
  return [...json.rows, ...json.totals].flatMap((row) =>
    row.currentOre === null
      ? []
      : [
          { id: row.figureId, amountOre: row.currentOre },
          ...(row.previousOre === null
            ? []
            : [
                { id: `${row.figureId}@previous`, amountOre: row.previousOre },
                { id: `${row.figureId}@change`, amountOre: row.changeOre },
              ]),
        ],
  );
}

function explained(index: IndexedModel, id: string, rounding: Rounding): ExplanationJson {
  const result = explain(index, id, rounding);
  if (!result.ok)
    throw new Error(
      `${id}: ${JSON.stringify(result.problems, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}`,
    );
  return explanationJson(result.value, index, 'nb', null);
}

describe('explanations of the example', () => {
  const index = openFolder(exampleFolder);
  for (const rounding of ['agreement', 'ore'] as const)
    for (const year of [2024, 2025])
      it(`an evaluator that knows nothing of Samstyr gets every node of every figure of ${year} right (${rounding})`, () => {
        const wrong: string[] = [];
        for (const { id, amountOre } of printedIds(index, year, rounding)) {
          const { root, nodes } = explained(index, id, rounding);
          if (nodes[root]?.amountOre !== amountOre)
            wrong.push(`${id}: ${nodes[root]?.amountOre} is not ${amountOre}`);
          wrong.push(...wrongNodes(nodes));
        }
        expect(wrong).toEqual([]);
      });

  it('the same holds for every cause of every change', () => {
    const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' });
    if (!pair.ok) throw new Error('no budget');
    const found = causes(index, pair.value);
    if (!found.ok) throw new Error('no causes');
    const wrong = found.value.flatMap(({ figureId, amountOre }) => {
      const { root, nodes } = explained(index, figureId, 'agreement');
      return [
        ...(nodes[root]?.amountOre === `${amountOre}`
          ? []
          : [`${figureId}: ${nodes[root]?.amountOre} is not ${amountOre}`]),
        ...wrongNodes(nodes),
      ];
    });
    expect(wrong).toEqual([]);
    expect(found.value.length).toBeGreaterThan(200);
  });

  it('the causes of a cell are its change, to the øre', () => {
    const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' });
    if (!pair.ok) throw new Error('no budget');
    const found = causes(index, pair.value);
    if (!found.ok) throw new Error('no causes');
    const view = overviewOf(index, pair.value);
    const off = view.rows
      .filter(({ service, current }) => service !== null && current.ore !== null)
      .filter(
        (row) =>
          found.value
            .filter((cause) => cause.service === row.service && cause.party === row.party)
            .reduce((sum, { amountOre }) => sum + amountOre, 0n) !== row.changeOre,
      )
      .map(({ figureId }) => figureId);
    expect(off).toEqual([]);
  });

  it('every number that is given stands on the line it names', () => {
    const lines = new Map<string, readonly string[]>();
    const lineOf = (file: string, line: number): string => {
      const known = lines.get(file) ?? readFileSync(join(exampleFolder, file), 'utf8').split('\n');
      lines.set(file, known);
      return known[line - 1] ?? '';
    };
    const missing = new Set<string>();
    for (const { id } of printedIds(index, 2025, 'agreement'))
      for (const node of Object.values(explained(index, id, 'agreement').nodes).filter(
        ({ how }) => how === 'given',
      )) {
        const text = node.source === null ? '' : lineOf(node.source.file ?? '', node.source.line ?? 0);
        const kroner =
          node.amountOre === null
            ? null
            : `${BigInt(node.amountOre) / 100n}.${`${BigInt(node.amountOre) % 100n}`.padStart(2, '0')}`;
        const [n = '0', d = '1'] = node.value.split('/');
        const holds = [kroner, node.value, decimalText(BigInt(n), BigInt(d))].some(
          (form) => form !== null && text.includes(form),
        );
        if (!holds) missing.add(`${node.id} ${node.value}: ${text}`);
      }
    expect([...missing]).toEqual([]);
  });

  it('a what-if is explained too', () => {
    const edits = parseEdits([{ op: 'leave', service: 'legevakt', party: '5032', from: '2025-07-01' }], {
      resolveParty: (text) => findParty(index, text),
      hasRegister: () => true,
      parties: [],
    });
    if (!edits.ok) throw new Error('edits');
    const changed = applyEdits(index.model, edits.value, 2025);
    if (!changed.ok) throw new Error('apply');
    const after = indexModel(changed.value.model);
    const wrong = printedIds(after, 2025, 'ore')
      .filter(({ id }) => id.includes('legevakt'))
      .flatMap(({ id, amountOre }) => {
        const { root, nodes } = explained(after, id, 'ore');
        return [...(nodes[root]?.amountOre === amountOre ? [] : [id]), ...wrongNodes(nodes)];
      });
    expect(wrong).toEqual([]);
  });
});

/** `0.229984`, as a register writes it; null when the number has no end in decimals. */
function decimalText(n: bigint, d: bigint): string | null {
  for (let decimals = 0; decimals <= 14; decimals += 1) {
    const scaled = n * 10n ** BigInt(decimals);
    if (scaled % d !== 0n) continue;
    const digits = `${scaled / d}`.padStart(decimals + 1, '0');
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
  return null;
}

describe('a source line changed in the file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'samstyr-'));
    cpSync(exampleFolder, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('Tydal grows from 773 to 873: just the figures that rest on it move, and every sum stays', () => {
    const before = openFolder(folder);
    const id = 'budget/2025.recommended/nav/drift/operating/5033';
    const leaf = Object.values(explained(before, id, 'ore').nodes).find(
      (node) => node.id === 'register/population/2024-01-01@latest/5033',
    );
    expect(leaf?.amountOre).toBeNull();
    expect(leaf?.value).toBe('773');
    const file = join(folder, leaf?.source?.file ?? '');
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = (leaf?.source?.line ?? 1) - 1;
    lines[line] = (lines[line] ?? '').replace('773', '873');
    writeFileSync(file, lines.join('\n'));
    const after = openFolder(folder);
    const old = new Map(printedIds(before, 2025, 'ore').map((one) => [one.id, one.amountOre]));
    const moved = printedIds(after, 2025, 'ore').filter((one) => old.get(one.id) !== one.amountOre);
    const rests = [...old.keys()].filter((figure) =>
      Object.keys(explained(before, figure, 'ore').nodes).includes(
        'register/population/2024-01-01@latest/5033',
      ),
    );
    expect(moved.length).toBeGreaterThan(20);
    expect(moved.map((one) => one.id).filter((figure) => !rests.includes(figure))).toEqual([]);
    expect(moved.filter((one) => /\/sum(@|$)/.test(one.id))).toEqual([]);
  });
});
