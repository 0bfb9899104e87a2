import { editsJson } from '@samstyr/contract/edit-json';
import type { Cell } from '@samstyr/contract/tables/column';
import { type Fraction, fractionText } from '@samstyr/core/fraction/fraction';
import type { Edit } from '@samstyr/core/model/edit';
import { canonicalKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { decimalText } from './number-text.ts';

/** What a value of a column is written as; null is the empty cell. The spec vouches for the value's type. */
export function cellText(cell: Cell, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (cell.kind) {
    case 'flag':
      return value === true ? 'yes' : '';
    case 'decimal':
      return decimalText(value as Fraction);
    case 'share':
      return fractionText(value as Fraction);
    case 'amount':
      return canonicalKroner(value as Ore);
    case 'edits':
      return JSON.stringify(editsJson(value as readonly Edit[]));
    case 'list':
      return (value as readonly unknown[]).map((each) => cellText(cell.of, each)).join('|');
    default:
      return `${value}`;
  }
}
