import type { AuditChangeJson } from '@samstyr/contract/api/work-routes';
import { tables } from '@samstyr/contract/tables/tables';
import { useText } from '../texts/use-text.tsx';

const known: { readonly [table: string]: { readonly title: string; readonly columns: object } | undefined } =
  tables;

/** What people call a table of the cooperation's. */
export const tableTitle = (table: string): string => known[table]?.title ?? table;
const columnTitle = (table: string, field: string): string => {
  const columns = (known[table]?.columns ?? {}) as {
    readonly [field: string]: { readonly title: string } | undefined;
  };
  return columns[field]?.title ?? field;
};

/** Øre are read as kroner; the rest as it stands. */
function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field.endsWith('Ore') && typeof value === 'string' && /^-?\d+$/.test(value)) {
    const digits = value.replace('-', '').padStart(3, '0');
    const kroner = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
    return `${value.startsWith('-') ? '\u2212' : ''}${kroner},${digits.slice(-2)}\u00a0kr`;
  }
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string}`;
}

/** One row of an entry: every field that was changed, before and after. */
export function AuditChange({ change }: { readonly change: AuditChangeJson }) {
  const t = useText();
  const { table, id, before, after } = change;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) =>
      field !== 'id' &&
      // Of a new row, what nothing stands in says nothing.
      (before?.[field] ?? after?.[field] ?? null) !== null &&
      JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
  );
  return (
    <li>
      <strong>{tableTitle(table)}</strong> <code className="hash">{id}</code>
      <span className="small">
        {before === null ? t('log.made') : after === null ? t('log.removed') : null}
      </span>
      <dl className="sums">
        {fields.map((field) => (
          <div key={field}>
            <dt>{columnTitle(table, field)}</dt>
            <dd>
              {before === null ? null : (
                <>
                  <del>{shown(field, before[field])}</del> →{' '}
                </>
              )}
              {after === null ? '–' : <ins>{shown(field, after[field])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
