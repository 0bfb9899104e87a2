import { fraction } from '@samstyr/core/fraction/fraction';
import { inhabitants, perInhabitant } from '../budget/budget.ts';
import { decimals, kroner, shareText, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { DivergingBar } from '../parts/bars.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { useText } from '../texts/use-text.tsx';
import type { Moved } from './try-key.ts';

type LabTableProps = { readonly rows: readonly Moved[]; readonly name: (party: string) => string };

/** Winners and losers of a key: share and amount new over old, the difference in kroner and per inhabitant. */
export function LabTable({ rows, name }: LabTableProps) {
  const t = useText();
  const budget = useBudget();
  const sum = (amount: (row: Moved) => bigint): bigint => rows.reduce((all, row) => all + amount(row), 0n);
  const before = sum(({ beforeOre }) => beforeOre);
  const after = sum(({ afterOre }) => afterOre);
  const each = rows.map(({ party, beforeOre, afterOre }) => {
    const value =
      inhabitants(budget, party) === null ? null : perInhabitant(budget, afterOre - beforeOre, [party]);
    return value === null ? null : fraction(value.n, value.d * 100n);
  });
  const whole = each.map((value) => (value === null ? 0n : (value.n * 100n) / value.d));
  const lowest = whole.reduce((least, value) => (value < least ? value : least), 0n);
  const highest = whole.reduce((most, value) => (value > most ? value : most), 0n);
  return (
    <TableRegion label={t('key.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.municipality')}</th>
            <th scope="col" className="number">
              {t('key.share')}
              <span className="small">{t('key.newOld')}</span>
            </th>
            <th scope="col" className="number">
              {t('key.pays')}
              <span className="small">{t('key.newOld')}</span>
            </th>
            <th scope="col" className="number">
              {t('table.changeKr')}
            </th>
            <th scope="col" className="number">
              {t('key.perInhabitant')}
            </th>
            <th scope="col">{t('key.lessMore')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.party}>
              <th scope="row">{name(row.party)}</th>
              <td className="number">
                {shareText(row.afterOre, after)}
                <span className="small">{shareText(row.beforeOre, before)}</span>
              </td>
              <td className="number now">
                {kroner(row.afterOre)}
                <span className="small">{kroner(row.beforeOre)}</span>
              </td>
              <td className="number now">{signed(kroner(row.afterOre - row.beforeOre))}</td>
              <td className="number">{each[at] == null ? '–' : signed(decimals(each[at], 0))}</td>
              <td>
                <DivergingBar value={whole[at] ?? 0n} lowest={lowest} highest={highest} />
              </td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{t('table.sum')}</th>
            <td className="number">100,00&nbsp;%</td>
            <td className="number">{kroner(after)}</td>
            <td className="number">{signed(kroner(after - before))}</td>
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </TableRegion>
  );
}
