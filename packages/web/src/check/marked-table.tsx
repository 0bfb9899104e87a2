import type { ShownCell, ShownTable } from '@samstyr/documents/findings/finding-view';
import type { FindingWords } from '@samstyr/documents/findings/finding-words';
import { TableRegion } from '../parts/table-region.tsx';

type MarkedTableProps = {
  readonly table: ShownTable;
  readonly number: number;
  readonly words: FindingWords;
};

/** A table of the document as it is printed, the cell told about marked and leading back to what is told. */
export function MarkedTable({ table, number, words }: MarkedTableProps) {
  const firstHit = table.body.flat().find(({ mark }) => mark === 'hit');
  const shown = (cell: ShownCell) => {
    if (cell.mark === null) return cell.text;
    const said = cell.mark === 'hit' ? words.marked : words.follows;
    const text = (
      <>
        {cell.text}
        <span className="hidden-text">
          {' '}
          ({said}
          {cell === firstHit ? `, ${words.back(number)}` : ''})
        </span>
      </>
    );
    return (
      <mark className={cell.mark}>
        {cell === firstHit ? (
          <a id={`c${number}`} href={`#f${number}`}>
            {text}
          </a>
        ) : (
          text
        )}
      </mark>
    );
  };
  const kind = ({ isFigure }: ShownCell): string => (isFigure ? 'number' : '');
  /** A row or a column has its place in the table for a name: nothing is moved about in what is printed. */
  const placed = <T,>(list: readonly T[]) => list.map((each, at) => ({ each, key: `${at}` }));
  const header = (cell: ShownCell, scope: 'row' | 'col', key: string) =>
    // A header without words is no header to anybody.
    cell.text === '' ? (
      <td key={key} />
    ) : (
      <th key={key} scope={scope} className={kind(cell)}>
        {cell.text}
      </th>
    );
  return (
    <TableRegion label={`${table.label}, ${number}`} className="marked-table">
      <table>
        <caption>
          {table.caption}
          {table.extract === null ? null : <span className="small"> {table.extract}</span>}
        </caption>
        {table.head.length === 0 ? null : (
          <thead>
            {placed(table.head).map(({ each: row, key }) => (
              <tr key={key}>{placed(row).map(({ each, key: own }) => header(each, 'col', own))}</tr>
            ))}
          </thead>
        )}
        <tbody>
          {placed(table.body).map(({ each: row, key }) => (
            <tr key={key}>
              {placed(row).map(({ each, key: own }) =>
                own === '0' ? (
                  header(each, 'row', own)
                ) : (
                  <td key={own} className={kind(each)}>
                    {shown(each)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
