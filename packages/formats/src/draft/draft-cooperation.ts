import type { CheckReport } from '@samstyr/contract/check-findings';
import type { DraftProblem, DraftQuestion } from '@samstyr/contract/texts/draft';
import { type PublishedFormat, printedNumber } from '@samstyr/contract/texts/published-findings';
import { type Cell, micro, type PublishedDocument } from '@samstyr/core/control/published/published-document';
import { captionOf, type UnderstoodTable } from '@samstyr/core/control/published/understood-table';
import { emptyModel } from '@samstyr/core/model/empty-model';
import type {
  AdoptedRow,
  Model,
  ParticipationRow,
  PartyRow,
  PublishedRow,
  ServiceRow,
  UnitRow,
} from '@samstyr/core/model/rows';
import { slugFrom } from '@samstyr/core/model/slug';
import { minus, type Ore, ore, sum } from '@samstyr/core/money/ore';
import { day, firstDayOf } from '@samstyr/core/period/day';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { placeOf, questionsOf } from './draft-questions.ts';
import { draftRegisters, type GivenRegisters } from './draft-registers.ts';
import { type PrintedTotal, printedTotals } from './printed-totals.ts';
import { type Shares, type ShareTable, sharesOf } from './share-tables.ts';
import { type DraftedKey, type Paid, withKeys } from './year-to-come.ts';

/** A first cooperation made from last year's document, and what a person must answer before it is one. */
export type Draft = {
  readonly model: Model;
  readonly questions: readonly DraftQuestion[];
  /** How the year to come is shared, service by service. */
  readonly keys: readonly DraftedKey[];
  /** Every printed total against what the draft comes to. */
  readonly totals: readonly PrintedTotal[];
};

export type DraftGiven = {
  readonly name: string;
  readonly file: string;
  readonly format: PublishedFormat;
  readonly findings: CheckReport['findings'];
  /** Registers of another cooperation, where the document prints none. */
  readonly registers?: GivenRegisters;
};

type Rows = {
  readonly party: Map<string, PartyRow>;
  readonly unit: Map<string, UnitRow>;
  readonly service: ServiceRow[];
  readonly participation: ParticipationRow[];
  readonly adopted: AdoptedRow[];
  readonly paid: Paid[];
  readonly published: PublishedRow[];
  readonly questions: DraftQuestion[];
  /** The services of each table, its parts' before its own. */
  readonly servicesOf: Map<ShareTable['table'], string>;
};

/**
 * A published joint budget → a model with its units, services, members and both years, figures exactly as printed. A key stands in it only
 * where the printed amounts prove it; the rest keeps its amounts and becomes a question. Problems: nothing in the document says who pays
 * what for two years.
 */
export function draftCooperation(
  document: PublishedDocument,
  given: DraftGiven,
): Result<Draft, DraftProblem> {
  const shares = sharesOf(document);
  if (shares === null) return fail({ code: 'draft.noShares', tables: document.tables.length });
  const rows: Rows = {
    party: new Map(),
    unit: new Map(),
    service: [],
    participation: [],
    adopted: [],
    paid: [],
    published: [],
    questions: [],
    servicesOf: new Map(),
  };
  const taken = new Set<string>();
  for (const table of shares.tables)
    for (const each of [...table.parts.map((part) => ({ ...part, unitName: table.unitName })), table])
      addService(rows, each, { shares, given, taken });
  const office = biggest(rows);
  const registers = draftRegisters(document, [...rows.party.values()], {
    year: shares.year,
    file: given.file,
    given: given.registers ?? null,
  });
  const plain: Model = {
    ...emptyModel,
    cooperation: [
      {
        id: single(given.name) || 'samarbeid',
        name: given.name,
        nameNn: null,
        nameEn: null,
        office,
        languages: [document.language],
        roundingUnitOre: wholeThousands(rows) ? ore(100_000n) : ore(100n),
        roundingMode: 'largestRemainder',
        accent: null,
        note: null,
      },
    ],
    party: registers.parties,
    register: registers.registers,
    registerValue: registers.values,
    unit: [...rows.unit.values()],
    service: rows.service,
    participation: rows.participation,
    version: [
      {
        id: `${shares.before}.adopted`,
        year: shares.before,
        status: 'adopted',
        base: null,
        asOf: day(`${shares.before - 1}-12-31`),
        note: null,
      },
      {
        id: `${shares.year}.recommended`,
        year: shares.year,
        status: 'recommended',
        base: `${shares.before}.adopted`,
        asOf: day(`${shares.year - 1}-12-31`),
        note: null,
      },
    ],
    adopted: rows.adopted,
    published: rows.published,
  };
  const { model, keys } = withKeys(plain, rows.paid, shares);
  const totals = printedTotals(model, shares, { serviceOf: rows.servicesOf, format: given.format });
  const questions = questionsOf({ model, keys, shares, office, given, registers, own: rows.questions });
  return ok({ model, questions, keys, totals });
}

export const single = (text: string): string => slugFrom(text.replaceAll('/', ' '));

function unused(slug: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? slug : `${slug}-${count}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

const isInvestment = ({ unitName, serviceName }: ShareTable): boolean =>
  /(?:^|[\s,:])(?:re)?investering(?:ar|er)?(?:$|[\s.,:])|\binvestments?\b/i.test(
    `${unitName} ${serviceName}`,
  );

/** «Kommunal andel» 1 234 in 1 000 kr → 1 234 000.00 kr in øre. */
const oreOf = (cell: Cell, { unit }: UnderstoodTable): Ore | null =>
  cell.value === null ? null : ore((cell.value * unit.factor * 100n) / micro);

/** What the parts leave of a whole for one member. */
function less(
  amount: Ore | null,
  parts: readonly ShareTable[],
  name: string,
  when: 'before' | 'now',
): Ore | null {
  if (amount === null) return null;
  const inParts = parts.flatMap(({ table, members }) =>
    members.flatMap((member) => (member.name === name ? (oreOf(member[when], table) ?? []) : [])),
  );
  return minus({ from: amount, amount: sum(inParts) });
}

function addService(
  rows: Rows,
  share: ShareTable,
  {
    shares,
    given,
    taken,
  }: { readonly shares: Shares; readonly given: DraftGiven; readonly taken: Set<string> },
): void {
  const unitId = single(share.unitName) || `enhet-${rows.unit.size + 1}`;
  const isRest = share.parts.length > 0;
  const isPart = shares.tables.some(
    ({ unitName, parts }) => unitName === share.unitName && parts.some(({ table }) => table === share.table),
  );
  const siblings = shares.tables.filter((each) => single(each.unitName) === unitId);
  if (!rows.unit.has(unitId))
    rows.unit.set(unitId, {
      id: unitId,
      name: share.unitName,
      nameNn: null,
      nameEn: null,
      aliases: [],
      group: null,
      host: null,
      order: rows.unit.size + 1,
      note: null,
    });
  const own = isRest ? 'ovrig' : single(share.serviceName);
  const isOnly = siblings.length === 1 && !isRest && !isPart;
  const name = isRest ? 'Øvrig' : isOnly || own === '' ? share.unitName : share.serviceName;
  const id = unused(isOnly ? unitId : `${unitId}/${own === '' ? 'tjeneste' : own}`, taken);
  rows.service.push({
    id,
    unit: unitId,
    name,
    nameNn: null,
    nameEn: null,
    kind: isInvestment(share) ? 'investment' : 'operating',
    continues: null,
    note: null,
  });
  rows.servicesOf.set(share.table, id);
  const paying: { readonly party: string; readonly amountOre: Ore }[] = [];
  const paid: { readonly party: string; readonly amountOre: Ore }[] = [];
  let isWhole = true;
  for (const { name: label, before, now } of share.members) {
    const party = partyOf(rows, label);
    const was = less(oreOf(before, share.table), share.parts, label, 'before');
    const is = less(oreOf(now, share.table), share.parts, label, 'now');
    const place = placeOf(now.place, given.format);
    const isUnknown = before.state === 'unknown' || now.state === 'unknown';
    if (was === null && is === null && !isUnknown) continue;
    const joins = was === null && is !== null && before.state !== 'unknown';
    const leaves = was !== null && is === null && now.state !== 'unknown';
    rows.participation.push({
      id: `${id}/${party}`,
      service: id,
      party,
      from: joins ? firstDayOf(shares.year) : null,
      until: leaves ? firstDayOf(shares.year) : null,
      amount: isUnknown ? 'unknown' : 'known',
      note: null,
    });
    const about = { service: name, party: label, year: shares.year, place };
    if (joins) rows.questions.push({ code: 'draft.joins', ...about });
    if (leaves) rows.questions.push({ code: 'draft.leaves', ...about });
    if (isUnknown) isWhole = false;
    if (isUnknown) rows.questions.push({ code: 'draft.unknown', ...about });
    if (was !== null)
      rows.adopted.push({
        id: `${id}/${shares.before}.adopted/${party}`,
        version: `${shares.before}.adopted`,
        service: id,
        party,
        amountOre: was,
        sensitive: false,
        note: null,
      });
    if (was !== null) paid.push({ party, amountOre: was });
    if (is !== null) paying.push({ party, amountOre: is });
    for (const [cell, year] of [
      [before, shares.before],
      [now, shares.year],
    ] as const)
      if (cell.value !== null)
        rows.published.push(
          publishedRow(rows, share, { id, unitId, party, cell, year, given, isWhole: isRest }),
        );
  }
  rows.paid.push({
    service: id,
    name,
    now: paying,
    before: paid,
    isWhole,
    // «1 234 000» down a whole table is thousands, whatever the table says it is printed in.
    unitOre: ore((share.table.unit.factor * 100n * (share.table.unit.step ?? micro)) / micro),
    place: placeOf(share.table.view.table.place, given.format),
  });
  for (const [cell, year, members] of [
    [share.sum.before, shares.before, share.members.map(({ before }) => before)],
    [share.sum.now, shares.year, share.members.map(({ now }) => now)],
  ] as const) {
    if (cell === null || cell.value === null || members.some(({ state }) => state === 'unknown')) continue;
    const counted = members.reduce((total, { value }) => total + (value ?? 0n), 0n);
    if (counted !== cell.value)
      rows.questions.push({
        code: 'draft.sum',
        service: name,
        year,
        printed: printedNumber(cell.value),
        counted: printedNumber(counted),
        place: placeOf(cell.place, given.format),
      });
  }
}

const kinds: readonly (readonly [RegExp, PartyRow['kind']])[] = [
  [/fylkeskommune|fylke\b/i, 'county'],
  [/\bstaten?\b|statsforvalter/i, 'state'],
  [/helseforetak|\bHF\b|\bRHF\b/, 'health-trust'],
  [/sokn|fellesråd|kirke|menighet|kyrkje/i, 'parish'],
  [/\b(?:AS|IKS|KF|SA)\b/, 'company'],
];

function partyOf(rows: Rows, label: string): string {
  const party = single(label) || `part-${rows.party.size + 1}`;
  if (!rows.party.has(party))
    rows.party.set(party, {
      id: party,
      party,
      kind: kinds.find(([pattern]) => pattern.test(label))?.[1] ?? 'municipality',
      name: label,
      kommunenummer: null,
      orgnr: null,
      from: null,
      until: null,
      column: true,
      note: null,
    });
  return party;
}

function publishedRow(
  rows: Rows,
  { table }: ShareTable,
  {
    id,
    unitId,
    party,
    cell,
    year,
    given,
    isWhole,
  }: {
    readonly id: string;
    readonly unitId: string;
    readonly party: string;
    readonly cell: Cell;
    readonly year: number;
    readonly given: DraftGiven;
    /** Told of the unit: the service is only what the parts leave of it. */
    readonly isWhole: boolean;
  },
): PublishedRow {
  const unitOre = ore(table.unit.factor * 100n);
  return {
    id: `${single(given.file)}/tabell-${table.view.table.ordinal}/${id.replaceAll('/', '-')}/${party}/${year}/amount`,
    document: given.file,
    page: cell.place.page,
    line: cell.place.line,
    table: captionOf(table) || `Tabell ${table.view.table.ordinal}`,
    unit: unitId,
    service: isWhole ? null : id,
    party,
    kind: rows.service.find((one) => one.id === id)?.kind ?? 'operating',
    year,
    field: 'amount',
    // «kr 1 200», «1.200-» and «(1 200)» are written as a published row may be.
    printed:
      cell.value === null || /^[-−–]?\d[\d.\s]*(?:,\d+)?$/.test(cell.raw.trim())
        ? cell.raw
        : printedNumber(cell.value),
    unitOre,
    granularityOre: unitOre,
    note: null,
  };
}

function biggest(rows: Rows): string {
  const sums = new Map<string, Ore>();
  for (const { party, amountOre } of rows.adopted)
    sums.set(party, ore((sums.get(party) ?? 0n) + (amountOre ?? 0n)));
  let best = [...rows.party.keys()][0] ?? '';
  for (const [party, amount] of sums)
    if (amount > (sums.get(best) ?? 0n) && rows.party.get(party)?.kind === 'municipality') best = party;
  return best;
}

const wholeThousands = ({ adopted, paid }: Rows): boolean =>
  [...adopted, ...paid.flatMap(({ now }) => now)].every(
    ({ amountOre }) => amountOre === null || amountOre % 100_000n === 0n,
  );
