import type { OverviewRow } from '@samstyr/core/budget/view';
import type { ShownCell, ShownTable } from '@samstyr/documents/xlsx/shown-table';
import { createIntl } from 'react-intl';
import { data, type LoaderFunctionArgs } from 'react-router';
import { type Budget, nameIn } from '../budget/budget.ts';
import { idOf, type Side, shownCount } from '../budget/shown.ts';
import { shownVersion, versionInAddress } from '../budget/shown-version.ts';
import { shownOverview } from '../overview/shown-overview.ts';
import { isThere } from '../parts/amount.tsx';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { type MessageId, messages } from '../texts/messages.ts';

/** The overview's table as the page shows it, as a workbook: order, filter, unit of measure and signs. (S-WEB-50) */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  if (!/^\d{4}$/.test(params['year'] ?? '')) throw data(null, { status: 404 });
  const year = Number(params['year']);
  const language = languageOf(request);
  const tables = await context.tables(request, params['cooperation'] ?? '', { year, figure: null, language });
  if ('refused' in tables) throw data(null, { status: tables.refused === 'notLoggedIn' ? 401 : 404 });
  if (tables.scope === 'funding') throw data(null, { status: 403 });
  const search = new URL(request.url).searchParams;
  const computed = shownVersion(tables, year, search.get(versionInAddress));
  if (!computed.ok) throw data(null, { status: 409 });
  const budget = computed.value;
  const intl = createIntl({ locale: language, messages: messages[language] });
  const t = (id: MessageId, values?: { readonly [name: string]: string | number }): string =>
    intl.formatMessage({ id }, values);
  const shown = shownOverview(budget, search);
  const { parties, three, sides, at, measure, units, chosen, sortBy, kind } = shown;
  const blocks = [
    { party: null, name: t('table.sum'), sides: three },
    ...parties.map((party) => ({ party, name: party.name, sides })),
  ];
  const headOf = (side: Side): string | number =>
    side === 'previous' ? year - 1 : side === 'current' ? year : t('table.changeShort');
  const unitWord = t(
    measure === 'kr' ? 'unit.kr' : measure === 'innb' ? 'unit.perInhabitant' : 'unit.kr1000',
  );
  const sorted = shown.columns.find(({ number }) => number === sortBy);
  const table: ShownTable = {
    title: `${t('overview.title')} ${year}`,
    lead: [
      tables.name,
      ...(budget.alternative === null ? [] : [`${t('saved.version')}: ${budget.alternative.name}`]),
      unitWord,
      t(kind === 'operating' ? 'overview.operating' : 'overview.investment'),
      chosen === null ? t('overview.all') : (parties[0]?.name ?? chosen),
      ...(sortBy === null ? [] : [t('overview.sortBy', { name: sorted?.name ?? t('table.sum') })]),
    ].join(' · '),
    foot: `${measure === 'innb' ? `${t('overview.population', { date: `1.1.${year - 1}` })} ` : ''}${t('overview.xlsxSigns')}`,
    sheet: t('overview.title'),
    creator: tables.name,
    day: budget.overview.version.asOf,
    head: `${t('table.unit')} (${unitWord})`,
    blocks: blocks.map((block) => ({ name: block.name, heads: block.sides.map(headOf) })),
    rows: [
      ...units.map((unit) => ({ id: unit.id as string | null, name: nameIn(unit, language) })),
      { id: null, name: t(kind === 'operating' ? 'table.sumOperating' : 'table.sumInvestment') },
    ].map(({ id, name }) => ({
      name,
      cells: blocks.flatMap(({ party, sides: own }) =>
        own.map((side) => cellOf(budget, at(id, party), side, measure)),
      ),
    })),
  };
  const { shownTableBook } = await import('@samstyr/documents/xlsx/shown-table');
  return new Response((await shownTableBook(table)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="oversikt-${budget.alternative?.id ?? year}.xlsx"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The number or the sign of a cell of the page. */
function cellOf(
  budget: Budget,
  row: OverviewRow | undefined,
  side: Side,
  measure: Parameters<typeof shownCount>[3],
): ShownCell {
  if (side === 'change') {
    if (row === undefined || !(isThere(row.current) || isThere(row.previous))) return null;
  } else {
    const amount = row?.[side];
    if (amount === undefined || amount.attendance === 'absent') return { sign: '·' };
    if (amount.attendance === 'unknown') return { sign: '?' };
    if (!isThere(amount)) return { sign: '–' };
  }
  if (row === undefined) return null;
  const count = shownCount(budget, row, side, measure);
  if (count === null) return { sign: '–' };
  return budget.hides(idOf(row, side)) ? { sign: ':' } : { count };
}
