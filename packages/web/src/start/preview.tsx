import { formatKroner } from '@samstyr/core/money/kroner';
import { zero } from '@samstyr/core/money/ore';
import { AttendanceSign, isThere } from '../parts/amount.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { useText } from '../texts/use-text.tsx';
import type { ReadForm } from './form.ts';

/** What every municipality would pay of every unit, while it is being said. */
export function Preview({ read: { overview, wish } }: { readonly read: ReadForm }) {
  const t = useText();
  if (overview === null)
    return (
      <section aria-labelledby="ny-preview">
        <h2 id="ny-preview">{t('start.preview')}</h2>
        <p className="empty">{t('start.previewEmpty')}</p>
      </section>
    );
  const amount = (unit: string | null, party: string | null) =>
    (unit === null ? overview.totals : overview.rows).find(
      (row) => row.unit === unit && row.service === null && row.party === party,
    )?.current;
  const units = [...new Set(overview.rows.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  const columns = [...units, null];
  const nameOf = (at: number): string => wish.units[at]?.name.trim() ?? t('table.sum');
  const cell = (unit: string | null, party: string | null) => {
    const found = amount(unit, party);
    return isThere(found) && found.ore !== null ? (
      formatKroner(found.ore, { decimals: 0 })
    ) : (
      <AttendanceSign amount={found} />
    );
  };
  return (
    <section aria-labelledby="ny-preview">
      <h2 id="ny-preview">{t('start.preview')}</h2>
      <p>
        {t('start.previewCounts', {
          sum: formatKroner(amount(null, null)?.ore ?? zero, { decimals: 0 }),
          members: overview.parties.length,
        })}
      </p>
      <TableRegion label={t('start.previewTable', { year: overview.year })}>
        <table>
          <caption>{t('start.previewTable', { year: overview.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.municipality')}</th>
              {columns.map((unit, at) => (
                <th key={unit ?? 'sum'} scope="col" className="number">
                  {unit === null ? t('table.sum') : nameOf(at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...overview.parties, null].map((party) => (
              <tr key={party?.party ?? 'sum'} className={party === null ? 'sum' : ''}>
                <th scope="row">{party?.name ?? t('table.sum')}</th>
                {columns.map((unit) => (
                  <td key={unit ?? 'sum'} className="number">
                    {cell(unit, party?.party ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
