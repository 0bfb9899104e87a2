import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { formatCount } from '@samstyr/core/money/kroner';
import { firstDayOf } from '@samstyr/core/period/day';
import type { useText } from '../texts/use-text.tsx';

type Told = ReturnType<typeof useText>;

/** A decimal of a report as a person reads it: `-54649.5` → `−54 649,5`. */
export function amountText(decimal: string): string {
  const [whole = '0', rest] = decimal.replace('-', '').split('.');
  return `${decimal.startsWith('-') ? '−' : ''}${formatCount(BigInt(whole))}${rest === undefined ? '' : `,${rest}`}`;
}

/** The row of a finding by name: a service in its unit, a unit, or the whole. */
export function rowName({ service, unit }: IndexedModel, row: string | null, t: Told): string {
  if (row === null) return t('control.whole');
  const found = service.get(row);
  if (found === undefined) return unit.get(row)?.name ?? row;
  const owner = unit.get(found.unit);
  return owner === undefined || owner.name === found.name ? found.name : `${owner.name}, ${found.name}`;
}

/** The column of a finding by name, from `selbu 2025 change` or a party alone: «Selbu 2025, endring». */
export function columnName(index: IndexedModel, column: string | null, t: Told): string | null {
  if (column === null) return null;
  const [party = '', year, field] = column.split(' ');
  const on = firstDayOf(year === undefined ? 9999 : Number(year));
  const name = party === 'sum' ? t('control.sum') : (partyOn(index, party, on)?.name ?? party);
  return [[name, year].filter(Boolean).join(' '), field === 'change' ? t('control.change') : null]
    .filter(Boolean)
    .join(', ');
}
