import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import type { BudgetPair } from '@samstyr/core/budget/overview';
import type { Cause, Overview, OverviewRow } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { partyNumber, partyOn } from '@samstyr/core/cooperation/parties';
import { fractionText } from '@samstyr/core/fraction/fraction';
import { keyValue } from '@samstyr/core/key/key-value';
import { canonicalKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { groupName } from '../joint-budget/language.ts';
import { registersRead } from '../joint-budget/readings.ts';
import { type Hides, idOf, type Side, shownFigure } from '../xlsx/shown.ts';
import type { Value } from './csv.ts';

/** What the open data is made of. */
export type OpenDataInput = {
  readonly index: IndexedModel;
  readonly pair: BudgetPair;
  readonly overview: Overview;
  readonly causes: readonly Cause[];
  readonly language: Language;
  /** The figures an edition does not show. */
  readonly hides: Hides;
  /** The licence the data is published under, as an SPDX name; null where nobody has chosen one. */
  readonly licence: string | null;
  /** The units whose rows are given; null: all. */
  readonly units?: ReadonlySet<string> | null;
  /** The finest amounts that are given: of services with their causes, registers and keys, or of whole units alone. */
  readonly detail?: 'service' | 'unit';
};

const isIn = ({ units }: OpenDataInput, unit: string | null): boolean =>
  units == null || (unit !== null && units.has(unit));

/** A table as it is published: one name for each column, in CSV, JSON and the descriptor. */
export type DataTable = {
  readonly name: 'budget' | 'causes' | 'registers' | 'keys';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
};

/** An amount both ways: øre as digits, for machines that add; kroner with two decimals, for people. Nothing where it is not shown. */
const amountValues = (amount: Ore | null): readonly [string | null, string | null] =>
  amount === null ? [null, null] : [`${amount}`, canonicalKroner(amount)];

const named = (
  row: { readonly name: string; readonly nameNn: string | null; readonly nameEn: string | null } | undefined,
  language: Language,
): string | null =>
  row === undefined
    ? null
    : ((language === 'nn' ? row.nameNn : language === 'en' ? row.nameEn : null) ?? row.name);

/** How an amount came about: adopted (a fact), computed by a key, or agreed for the party. */
function basisOf(input: OpenDataInput, row: OverviewRow, side: 'previous' | 'current'): string {
  const budgets = side === 'current' ? input.pair.current : input.pair.previous;
  const budget = budgets.get(row.service ?? '');
  if (budget === undefined || budget.state === 'empty') return 'none';
  if (budget.state === 'frozen') return 'adopted';
  const part = budget.parts.find(({ party }) => party === row.party);
  return part?.exactOre == null ? 'agreed' : 'key';
}

/** One row for each service (or unit), party and year: the parts every sum of the edition is made of. */
export function budgetTable(input: OpenDataInput): DataTable {
  const { index, overview, language, detail = 'service' } = input;
  const party = new Map(overview.parties.map((one) => [one.party, one]));
  const secret = secretServices(input);
  const secretUnits = new Set([...secret].map((service) => index.service.get(service)?.unit ?? ''));
  const isSecret = ({ service, unit }: OverviewRow): boolean =>
    service === null ? secretUnits.has(unit ?? '') : secret.has(service);
  const amounts = overview.rows
    .filter(
      ({ service, party: who, unit }) =>
        unit !== null && (service === null) === (detail === 'unit') && who !== null && isIn(input, unit),
    )
    .flatMap((row) => (['previous', 'current'] as const).map((side) => ({ row, side })));
  const rows = amounts.flatMap(({ row, side }): readonly (readonly Value[])[] => {
    const version = side === 'current' ? overview.version : overview.previousVersion;
    const shown = shownFigure(row, side as Side, input.hides);
    if (version === null || shown.state === 'absent') return [];
    const isShown = shown.state !== 'withheld';
    const unit = index.unit.get(row.unit ?? '');
    const provisional = row[side].provisional;
    return [
      [
        idOf(row, side),
        version.year,
        version.id,
        version.status,
        row.kind,
        row.unit,
        named(unit, language),
        unit?.group == null ? null : (groupName({ source: index, language }, unit.group) ?? unit.group),
        row.service,
        named(index.service.get(row.service ?? ''), language),
        party.get(row.party ?? '')?.number ?? row.party,
        party.get(row.party ?? '')?.name ?? row.party,
        party.get(row.party ?? '')?.kind ?? null,
        ...amountValues(shown.state === 'amount' ? shown.ore : null),
        isShown && row.service !== null ? basisOf(input, row, side) : null,
        isShown && provisional !== null,
        ...amountValues(isSecret(row) ? null : (provisional?.inForceOre ?? null)),
        shown.state === 'withheld' ? ':' : shown.state === 'unknown' ? '..' : null,
      ],
    ];
  });
  return {
    name: 'budget',
    columns: [
      'figureId',
      'year',
      'version',
      'status',
      'kind',
      'unit',
      'unitName',
      'unitGroup',
      'service',
      'serviceName',
      'party',
      'partyName',
      'partyKind',
      'amountOre',
      'amount',
      'basis',
      'provisional',
      'inForceOre',
      'inForce',
      'sign',
    ],
    rows,
  };
}

/** Services in which somebody's figure is withheld: a cause or another key's amount there may tell it. */
const secretServices = ({ overview, hides }: OpenDataInput): ReadonlySet<string> =>
  new Set(
    overview.rows.flatMap((row) =>
      row.service !== null &&
      (['previous', 'current', 'change'] as const).some(
        (side) => shownFigure(row, side, hides).state === 'withheld',
      )
        ? [row.service]
        : [],
    ),
  );

/** Why each amount changed; nothing of a change that is withheld, nor of a service where one is. */
export function causesTable(input: OpenDataInput): DataTable {
  const { index, overview, causes, hides } = input;
  const secret = secretServices(input);
  const stated = new Map([
    ...index.model.change.map(({ id, reason }) => [id, reason] as const),
    ...index.model.growth.map(
      ({ id, kind, ratePercent }) => [id, `${kind} ${fractionText(ratePercent)} %`] as const,
    ),
  ]);
  const rows = causes
    .filter(({ unit }) => isIn(input, unit))
    .map((cause): readonly Value[] => {
      const isHidden = secret.has(cause.service) || hides(cause.figureId);
      return [
        cause.figureId,
        overview.year,
        overview.version.id,
        cause.kind,
        cause.unit,
        cause.service,
        cause.party === null ? 'sum' : partyNumber(index, cause.party, overview.year),
        cause.cause,
        cause.row?.id ?? null,
        cause.row === null ? null : (stated.get(cause.row.id) ?? null),
        ...amountValues(isHidden ? null : cause.amountOre),
        isHidden ? ':' : null,
      ];
    });
  return {
    name: 'causes',
    columns: [
      'figureId',
      'year',
      'version',
      'kind',
      'unit',
      'service',
      'party',
      'cause',
      'statedBy',
      'reason',
      'amountOre',
      'amount',
      'sign',
    ],
    rows,
  };
}

/** Register values known on the version's day, with where they come from: those the given units' keys read. */
export function registersTable({ index, pair, language, units = null }: OpenDataInput): DataTable {
  const { asOf, year } = pair.version;
  const read = units === null ? null : registersRead(index, pair, units);
  const registers = new Map(index.model.register.map((row) => [row.id, row]));
  const rows = index.model.registerValue
    .filter(
      ({ register, published, date }) => (published ?? date) <= asOf && (read === null || read.has(register)),
    )
    .map((row): readonly Value[] => [
      row.id,
      row.register,
      named(registers.get(row.register), language),
      row.group,
      row.date,
      partyNumber(index, row.party, year),
      partyOn(index, row.party, firstDayOf(year))?.name ?? row.party,
      fractionText(row.value),
      row.basis,
      row.source,
      row.published,
    ]);
  return {
    name: 'registers',
    columns: [
      'id',
      'register',
      'registerName',
      'group',
      'date',
      'party',
      'partyName',
      'value',
      'basis',
      'source',
      'published',
    ],
    rows,
  };
}

/** The key of every service in the year: as a machine reads it and as people say it. */
export function keysTable(input: OpenDataInput): DataTable {
  const { index, pair, language } = input;
  const names = keyWordNames(index.model, language);
  const rows = index.model.service
    .filter(({ unit }) => isIn(input, unit))
    .flatMap(({ id }) =>
      (pair.current.get(id)?.segments ?? []).flatMap(({ key, standing, from, until, members }): Value[][] =>
        key === null
          ? []
          : [
              [
                key.id,
                id,
                from,
                until,
                standing,
                JSON.stringify(keyValue(key.key)),
                keyInWords(key.key, names, language),
                members.map((party) => partyNumber(index, party, pair.version.year)).join(' '),
                key.basis,
                key.case,
                key.paragraph,
                key.note,
              ],
            ],
      ),
    );
  return {
    name: 'keys',
    columns: [
      'id',
      'service',
      'from',
      'until',
      'standing',
      'key',
      'keyInWords',
      'members',
      'basis',
      'case',
      'paragraph',
      'note',
    ],
    rows,
  };
}
