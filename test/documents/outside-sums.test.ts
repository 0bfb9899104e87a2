import type { FrameRow, LineRow, Model } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { describe, expect, test } from 'vitest';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { treeText } from './tree-text.ts';

const { model } = exampleIndex();
const memo = (id: string, more: Partial<LineRow>): LineRow => ({
  service: 'legevakt',
  funksjon: null,
  art: null,
  ansvar: null,
  note: null,
  id,
  version: '2025.recommended',
  distribution: 'memo',
  party: null,
  label: 'Husleie som eieren dekker selv',
  amountOre: ore(123_400_000n),
  sensitive: false,
  ...more,
});
const frame: FrameRow = {
  id: 'legevakt-ramme',
  version: '2025.recommended',
  unit: 'legevakt',
  amountOre: ore(1_700_000_000n),
  note: null,
};
const text = (changed: Model, audience: 'public' | 'internal' = 'public'): string =>
  treeText(treeOf(exampleEdition(audience, { model: changed }), 'nb')).replaceAll('\u00a0', ' ');

describe('what stands outside the sums', () => {
  test('a frame stands beside the budget with the difference', () => {
    const told = text({ ...model, frame: [frame] });
    expect(told).toContain('| Enhet | Ramme | Budsjett | Over rammen |');
    expect(told).toContain('| VR Legevakt | 17 000 000 | 17 144 000 | 144 000 |');
  });

  test('a memo line is shown, said to be outside, and moves no sum', () => {
    const told = text({ ...model, line: [...model.line, memo('memo-1', {})] });
    expect(told).toContain('Husleie som eieren dekker selv');
    expect(told).toContain('1 234 000');
    expect(told).toContain('Disse beløpene er ikke med i noen sum i dokumentet.');
    expect(told).toContain('Sum drift | 432 514 634');
  });

  test('a sensitive memo line is hidden from the public and shown internally', () => {
    const changed = { ...model, line: [...model.line, memo('memo-2', { sensitive: true })] };
    for (const told of ['1 234 000', 'Husleie som eieren dekker selv']) {
      expect(text(changed)).not.toContain(told);
      expect(text(changed, 'internal')).toContain(told);
    }
  });

  test('nothing is said where there is neither', () => {
    expect(text(model)).not.toContain('Ramme og budsjett');
  });
});
