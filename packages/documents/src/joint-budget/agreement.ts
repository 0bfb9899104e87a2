import { dayText } from '@samstyr/contract/texts/day-text';
import { growthWords, legalFormWords } from '@samstyr/contract/texts/words';
import { fraction, subtract } from '@samstyr/core/fraction/fraction';
import type { AgreementRow, CaseRow, GrowthRow, UnitRow } from '@samstyr/core/model/rows';
import { monthOf } from '@samstyr/core/period/day';
import type { AsideNode, Block, DecisionNode, Inline, SectionNode, Tag } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { type Context, nodeId, partyName } from './context.ts';
import { rateFigure } from './unit-causes.ts';

/** Growth that the budget is built on, beside the status: rate, date, and how much of the year it counts. */
export function growthAside(context: Context, unit: UnitRow): readonly AsideNode[] {
  const { source, t, index, language, year } = context;
  const services = new Set((index.servicesOf.get(unit.id) ?? []).map(({ id }) => id));
  const rows = source.model.growth.filter(
    (row) => services.has(row.service) && row.version === source.overview.version.id,
  );
  const seen = new Set<string>();
  const told = rows.flatMap((row): readonly (readonly Inline[])[] => {
    const name = `${row.kind}|${row.from}|${row.ratePercent.n}/${row.ratePercent.d}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      t.unit.growthText(
        growthWords[row.kind][language],
        rateFigure(context, row),
        dayText(row.from, language),
      ),
      span(context, row, year),
    ];
  });
  return [
    { title: t.unit.growth, content: told.length === 0 ? t.unit.noGrowth : sentences(...told), tag: null },
  ];
}

/** 4,6 × 8/12 = 3,07: what counts this year, and what is left for the next. */
function span(context: Context, growth: GrowthRow, year: number): readonly Inline[] {
  const { store, t } = context;
  if (Number(growth.from.slice(0, 4)) !== year) return [];
  const months = 13 - monthOf(growth.from);
  const { n, d } = growth.ratePercent;
  const effect = fraction(n * BigInt(months), d * 12n);
  const name = t.causes[growth.kind] ?? growth.kind;
  const effectId = store.percent(`growth/${growth.id}/year`, `${name} ${year}`, effect);
  const restId = store.percent(
    `growth/${growth.id}/next`,
    `${name} ${year + 1}`,
    subtract(growth.ratePercent, effect),
  );
  return t.unit.growthSpan(
    rateFigure(context, growth),
    months,
    ref(effectId, 'share2'),
    ref(restId, 'share2'),
    year,
  );
}

/** How far a case has come: its tag, and the sentence of who is awaited. */
export function caseTag(
  { index, t, year }: Context,
  row: CaseRow,
): { readonly tag: Tag; readonly text: readonly Inline[] } {
  const { decisions } = t;
  const results = row.councils.map((party) => ({
    name: partyName(index, party, year),
    result: (index.decisionsOf.get(row.id) ?? []).findLast((one) => one.party === party)?.result ?? 'awaited',
  }));
  const rejected = results.filter(({ result }) => result === 'rejected').map(({ name }) => name);
  const awaited = results.filter(({ result }) => result === 'awaited').map(({ name }) => name);
  const adopted = results.length - rejected.length - awaited.length;
  if (rejected.length > 0)
    return { tag: { text: decisions.rejectedBy(rejected), tone: 'waiting' }, text: [] };
  if (awaited.length === 0) return { tag: { text: decisions.adopted, tone: 'settled' }, text: [] };
  return {
    tag: { text: decisions.waitingFor(awaited), tone: 'waiting' },
    text: decisions.validWhen(
      results.map(({ name }) => name),
      adopted,
      results.length,
    ),
  };
}

/** The cases that the keys of a unit in this year's budget rest on, and those that would move it when they are adopted. */
export function casesOf({ source, index }: Context, unit: string): readonly CaseRow[] {
  const version = source.overview.version.id;
  const ids = new Set(
    (index.servicesOf.get(unit) ?? [])
      .flatMap(({ id }) => source.service(version, id) ?? [])
      .flatMap(({ segments, parts }) => [
        ...segments.flatMap(({ key }) => key?.case ?? []),
        ...parts.flatMap(({ waiting }) => waiting?.case ?? []),
      ]),
  );
  return source.model.case.filter(({ id }) => ids.has(id));
}

/** Host, legal form, notice and decisions. What is not registered says so. */
export function agreementSection(context: Context, unit: UnitRow): SectionNode {
  const { t, index, language, year } = context;
  const agreements = (index.agreementsOf.get(unit.id) ?? []).filter(
    ({ from, until }) => (from === null || from < `${year + 1}`) && (until === null || until > `${year}`),
  );
  const [agreement] = agreements;
  const cases = casesOf(context, unit.id);
  const decisions = cases.map((row): DecisionNode => {
    const { tag, text: valid } = caseTag(context, row);
    return {
      name: row.title,
      wording: sentences(row.wording === null ? [] : [text(row.wording)], valid),
      tag,
    };
  });
  const children: readonly Block[] = [
    agreement === undefined
      ? { node: 'empty', content: t.unit.noAgreement }
      : { node: 'paragraph', content: agreementText(context, agreement) },
    ...(agreement?.note == null || language !== 'nb'
      ? []
      : [{ node: 'note' as const, content: [text(agreement.note)] }]),
    ...(decisions.length > 0
      ? [{ node: 'decisions' as const, items: decisions }]
      : [{ node: 'paragraph' as const, content: t.unit.noDecision }]),
  ];
  return {
    node: 'section',
    id: nodeId('enhet', unit.id, 'avtale'),
    title: t.unit.agreement,
    level: 2,
    children,
    aside: [],
  };
}

const agreementText = (
  { t, index, language, year }: Context,
  { legalForm, host, noticeMonths, paragraph }: AgreementRow,
): readonly Inline[] =>
  sentences(
    host === null ? [] : t.unit.host(partyName(index, host, year)),
    t.unit.legalForm(legalFormWords[legalForm][language]),
    noticeMonths === null ? [] : t.unit.notice(noticeMonths),
    paragraph === null ? [] : t.unit.paragraph(paragraph),
  );
