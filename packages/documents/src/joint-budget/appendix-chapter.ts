import { dayText } from '@samstyr/contract/texts/day-text';
import { basisWords } from '@samstyr/contract/texts/words';
import type { Segment } from '@samstyr/core/budget/view';
import { dayOfRule } from '@samstyr/core/key/date-rule';
import type { Basis, RegisterRow } from '@samstyr/core/model/rows';
import type { Day } from '@samstyr/core/period/day';
import type { Block, Cell, ChapterNode, Row, TableNode, Tag } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import { absent, column, figureCell } from './cells.ts';
import { type Context, nameOf, nodeId, serviceName, unitName } from './context.ts';
import { countDecimals, registerValue } from './per-inhabitant.ts';
import { readingsOf } from './readings.ts';
import { howShared } from './unit-tables.ts';

type Used = { readonly register: string; readonly group: string | null; readonly date: Day };

/** Every key in use with its register and how sure it is, and every register the keys read. */
export function appendixChapter(context: Context): ChapterNode | null {
  const { t, year, source } = context;
  const version = source.overview.version.id;
  const segments = context.units
    .filter(({ id }) => context.chapters.has(id))
    .flatMap((unit) =>
      (context.index.servicesOf.get(unit.id) ?? []).flatMap((service) =>
        (source.service(version, service.id)?.segments ?? []).map((segment) => ({ service, segment })),
      ),
    );
  if (segments.length === 0) return null;
  const used = segments.flatMap(({ segment }) =>
    segment.key === null
      ? []
      : readingsOf(segment.key.key, year).map(
          ({ register, group, date }): Used => ({ register, group, date: dayOfRule(date, year) }),
        ),
  );
  const tables = [...new Set(used.map(({ register, group }) => `${register}|${group ?? ''}`))].flatMap(
    (name): readonly Block[] => {
      const [register = '', group = ''] = name.split('|');
      const row = source.model.register.find(({ id }) => id === register);
      return row === undefined ? [] : [registerTable(context, row, group === '' ? null : group, used)];
    },
  );
  return {
    node: 'chapter',
    id: 'nokler',
    title: t.appendix.title,
    shortTitle: t.appendix.short,
    kicker: [text(t.appendix.kicker(1))],
    lead: t.appendix.lead(year),
    children: [
      keysTable(context, segments),
      ...(tables.length === 0 ? [] : [{ node: 'note' as const, content: t.appendix.registerNote }]),
      ...tables,
    ],
  };
}

const provenance = ({ t }: Context, basis: Basis): Tag => ({
  text: t.unit.provenance[basis],
  tone: basis === 'published' ? 'settled' : 'plain',
});

function keysTable(
  context: Context,
  segments: readonly { readonly service: Parameters<typeof serviceName>[1]; readonly segment: Segment }[],
): TableNode {
  const { t, year, index, language } = context;
  const name = (service: Parameters<typeof serviceName>[1]): string =>
    (index.servicesOf.get(service.unit) ?? []).length === 1
      ? unitName(context, service.unit)
      : `${unitName(context, service.unit)}, ${serviceName(context, service).toLocaleLowerCase(language)}`;
  return {
    node: 'table',
    id: 'tabell-nokler',
    caption: t.appendix.keysCaption(year),
    unit: t.appendix.keysUnit,
    head: t.head.service,
    columns: [
      column('key', [t.head.key], 'text'),
      column('register', [t.head.register], 'text'),
      column('basis', [t.head.basis], 'text'),
    ],
    rows: segments.map(({ service, segment }): Row => {
      const { key } = segment;
      const readings = key === null ? [] : readingsOf(key.key, year);
      const registers = readings.map(({ register, group, date }) => {
        const row = context.source.model.register.find(({ id }) => id === register);
        return `${nameOf(row, language)}${group === null ? '' : ` ${group.replace('-', '–')} år`} ${dayText(dayOfRule(date, year), language)}`;
      });
      return {
        kind: 'row',
        header: [text(name(service))],
        group: null,
        cells: [
          {
            cell: 'text',
            content: [
              text(key === null ? howShared(context, service) : t.capital(context.keyWords(key.key))),
            ],
          },
          registers.length === 0
            ? absent
            : { cell: 'text', content: [text([...new Set(registers)].join(', '))] },
          key === null ? absent : { cell: 'tag', tag: provenance(context, key.basis) },
        ],
      };
    }),
    note: null,
    layout: 'text',
  };
}

/** The most dates a register's table shows: the ones in use and the nearest before them. */
const mostDates = 4;

function registerTable(
  context: Context,
  register: RegisterRow,
  group: string | null,
  used: readonly Used[],
): TableNode {
  const { t, source, language, store } = context;
  const values = source.model.registerValue.filter(
    (row) => row.register === register.id && row.group === group,
  );
  const inUse = new Set(
    used.filter((one) => one.register === register.id && one.group === group).map(({ date }) => date),
  );
  // What was not published when the version was made is not known to it.
  const known = values.filter(
    ({ date, party }) => registerValue(context, register.id, date, group, party) !== null,
  );
  const dates = [...new Set(known.map(({ date }) => date))].sort();
  const newest = dates.filter((date) => !inUse.has(date)).slice(-Math.max(0, mostDates - inUse.size));
  const shown = dates.filter((date) => inUse.has(date) || newest.includes(date));
  const parties = source.overview.parties.filter(({ party }) => values.some((row) => row.party === party));
  const basisOf = (date: Day): string =>
    [
      ...new Set(values.filter((row) => row.date === date).map((row) => basisWords[row.basis][language])),
    ].join(', ');
  const decimals = countDecimals(values.map(({ value }) => value));
  const cell = (date: Day, party: string, number: string): Cell => {
    const value = registerValue(context, register.id, date, group, party);
    if (value === null) return { cell: 'sign', sign: 'missing' };
    const id = store.count(
      `register/${register.id}/${date}${group === null ? '' : `/${group}`}/${number}`,
      `${nameOf(register, language)}, ${dayText(date, language)}`,
      value,
    );
    return figureCell(id, 'count', decimals);
  };
  return {
    node: 'table',
    id: nodeId('tabell', 'register', register.id, group ?? 'alle'),
    caption: t.appendix.registerCaption(nameOf(register, language), group?.replace('-', '–') ?? null),
    unit: t.appendix.registerUnit(register.units, register.source),
    head: t.head.municipality,
    columns: [
      column('number', [t.head.number], 'text'),
      ...shown.map((date) =>
        column(date, [dayText(date, language), basisOf(date)], inUse.has(date) ? 'amount' : 'count'),
      ),
    ],
    rows: parties.map(
      ({ party, name, number }): Row => ({
        kind: 'row',
        header: [text(name)],
        group: null,
        cells: [{ cell: 'text', content: [text(number)] }, ...shown.map((date) => cell(date, party, number))],
      }),
    ),
    note: register.note === null || language !== 'nb' || group !== null ? null : [text(register.note)],
    layout: 'normal',
  };
}
