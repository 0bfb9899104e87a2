import type { PartyView } from '@samstyr/core/budget/view';
import type { UnitRow } from '@samstyr/core/model/rows';
import type { Block, ChapterNode, Row, TableNode } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { amountFormat, yearCells, yearColumns } from './cells.ts';
import { type Context, nodeId, partyName, servicesOf, unitName } from './context.ts';
import { totalFigures } from './totals.ts';

/** The investments of a unit: who pays, and what somebody pays first. */
export function investmentBlocks(context: Context, unit: UnitRow, place: string): readonly Block[] {
  const { t, year, store, source, index } = context;
  const rows = source.overview.rows.filter(
    (row) => row.unit === unit.id && row.service === null && row.kind === 'investment',
  );
  if (rows.length === 0) return [];
  const figures = rows.map((row) => context.figures(row));
  const format = amountFormat(
    store,
    figures.flatMap((one) => (one === null ? [] : [one.current, one.previous])),
  );
  const name = t.row.investment(unitName(context, unit.id));
  const table: TableNode = {
    node: 'table',
    id: nodeId('tabell', unit.id, 'investering', place),
    caption: t.investments.caption(name),
    unit: [text(t.units.kr)],
    head: t.head.municipality,
    columns: yearColumns(year, t.head),
    rows: [...rows.keys()]
      .sort((a, b) => Number(rows[a]?.party === null) - Number(rows[b]?.party === null))
      .map(
        (at): Row => ({
          kind: rows[at]?.party === null ? 'sum' : 'row',
          header: [text(rows[at]?.party == null ? t.row.sum : partyName(index, rows[at]?.party ?? '', year))],
          group: null,
          cells: yearCells(figures[at] ?? null, format),
        }),
      ),
    note: null,
    layout: 'normal',
  };
  return [table, ...firstPaid(context, unit)];
}

/** Contributions and funders outside, in words with their amounts. */
function firstPaid(context: Context, unit: UnitRow): readonly Block[] {
  const { source, t, store, index, year } = context;
  const version = source.overview.version.id;
  return servicesOf(context, unit.id, 'investment').flatMap((service): readonly Block[] => {
    const contributions = source.model.line.filter(
      (line) =>
        line.version === version && line.service === service.id && line.distribution === 'contribution',
    );
    const external = source.service(version, service.id)?.external ?? [];
    return [
      ...contributions.map((line): Block => {
        const id = store.ore(`line/${line.id}/amount`, line.label ?? line.id, line.amountOre);
        return {
          node: 'paragraph',
          content: t.investments.contribution(
            partyName(index, line.party ?? '', year),
            ref(id, 'auto'),
            (line.label ?? '').toLocaleLowerCase(context.language),
          ),
        };
      }),
      ...external.map(({ funder, amountOre }): Block => {
        const id = store.ore(
          `external/${version}/${service.id}/${funder}`,
          partyName(index, funder, year),
          amountOre,
        );
        return {
          node: 'paragraph',
          content: t.investments.external(partyName(index, funder, year), ref(id, 'auto')),
        };
      }),
    ];
  });
}

/** All investments together, outside the operating sums. Null when there are none. */
export function investmentsChapter(context: Context): ChapterNode | null {
  const { t, year, columns } = context;
  const all = totalFigures(context, null, 'investment');
  const units = context.units.filter(
    ({ id }) => context.row({ unit: id, service: null, party: null, kind: 'investment' }) !== undefined,
  );
  if (all === null || units.length === 0) return null;
  const sides: readonly (PartyView | null)[] = columns;
  const table: TableNode = {
    node: 'table',
    id: 'tabell-investeringer',
    caption: t.investments.caption(t.investments.title),
    unit: [text(t.units.kr1000)],
    head: t.head.municipality,
    columns: yearColumns(year, t.head),
    rows: [
      ...sides.flatMap((party): readonly Row[] => {
        const figures = totalFigures(context, party, 'investment');
        return figures === null
          ? []
          : [
              {
                kind: 'row',
                header: [text(party?.name ?? '')],
                group: null,
                cells: yearCells(figures, 'kr1000'),
              },
            ];
      }),
      { kind: 'sum', header: [text(t.row.sumInvestment)], group: null, cells: yearCells(all, 'kr1000') },
    ],
    note: null,
    layout: 'normal',
  };
  return {
    node: 'chapter',
    id: 'investeringer',
    title: t.investments.title,
    shortTitle: t.investments.title,
    kicker: null,
    lead: sentences(t.investments.lead(ref(all.current, 'auto'), year, ref(all.previous, 'auto'), year - 1)),
    children: [
      table,
      ...units.map(
        (unit): Block => ({
          node: 'section',
          id: nodeId('investering', unit.id),
          title: unitName(context, unit.id),
          level: 2,
          children: investmentBlocks(context, unit, 'kapittel'),
          aside: [],
        }),
      ),
    ],
  };
}
