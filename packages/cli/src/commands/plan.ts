import { concerns, planJson } from '@samstyr/contract/json/plan';
import type { Language } from '@samstyr/contract/texts/language';
import { planItemText, planWords } from '@samstyr/contract/texts/plan';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty, partyNumber, partyOn } from '@samstyr/core/cooperation/parties';
import { sum } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { type Plan, plan } from '@samstyr/core/scenario/plan';
import type { PlanRow } from '@samstyr/core/scenario/plan-rows';
import type { PlanItem } from '@samstyr/core/scenario/plan-unpriced';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { kroner } from '../output/amounts.ts';
import { columns } from '../output/columns.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

const years = 4;

/** `plan DIR --year Y [--party X] [--prices fixed|current]`: the budget and the three years after it. */
export const planCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['year', 'party', 'prices'] });
  const from = given.year();
  const pricesText = given.text('prices') ?? 'current';
  if (pricesText !== 'fixed' && pricesText !== 'current')
    throw new WrongUse(`--prices kan være current eller fixed, ikke «${pricesText}».`);
  const opened = openCooperation(given.positionals[0] ?? '');
  if (opened === null) return 1;
  const { language } = given;
  const result = plan(opened.model, {
    from,
    years,
    prices: pricesText,
    rounding: given.rounding,
    reason: (step) => tell(rollStepTexts, language, step),
  });
  if (!result.ok) {
    printProblems(result.problems);
    return 1;
  }
  const index = indexModel(result.value.model);
  const wanted = given.text('party');
  const party = wanted === null ? null : findParty(index, wanted);
  const takesPart = result.value.rows.some((row) => row.party !== null && row.party === party);
  if (wanted !== null && !takesPart) {
    const known = new Set(result.value.rows.flatMap((row) => (row.party === null ? [] : [row.party])));
    printProblems([
      { code: 'budget.unknownParty', party: wanted, known: [...known].map((one) => named(index, one, from)) },
    ]);
    return 1;
  }
  if (given.has('json'))
    printJson(planJson(result.value, party, (one) => partyNumber(index, one, from), language));
  else process.stdout.write(told(result.value, index, party, language));
  return 0;
});

const named = (index: IndexedModel, party: string, year: number): string =>
  `${partyOn(index, party, firstDayOf(year))?.name ?? party} (${partyNumber(index, party, year)})`;

/** The years side by side, investments by themselves, and under the sum what is known and has no price. */
function told(view: Plan, index: IndexedModel, party: string | null, language: Language): string {
  const first = view.years[0]?.year ?? 0;
  const unitName = new Map(index.model.unit.map(({ id, name }) => [id, name]));
  const cell = (amount: PlanRow['amounts'][number]): string =>
    amount === null || amount.attendance === 'absent'
      ? '·'
      : amount.attendance === 'unregistered'
        ? '–'
        : `${kroner(amount.ore, 'ukjent')}${amount.provisional === null ? '' : '*'}`;
  const line = (name: string, row: PlanRow): readonly string[] => [name, ...row.amounts.map(cell)];
  const own = view.rows.filter((row) => row.service === null && row.party === party);
  const of = (kind: PlanRow['kind']) => own.filter((row) => row.kind === kind);
  const total = (kind: PlanRow['kind'], name: string) =>
    view.totals.filter((row) => row.party === party && row.kind === kind).map((row) => line(name, row));
  const head = ['', ...view.years.map(({ year, isRolled }) => `${year}${isRolled ? '' : ' (budsjett)'}`)];
  const align = head.map((_, at) => (at === 0 ? ('left' as const) : ('right' as const)));
  const names = (row: PlanRow): string => unitName.get(row.unit ?? '') ?? row.unit ?? '';
  const body = [
    head,
    null,
    ...of('operating').map((row) => line(names(row), row)),
    null,
    ...total('operating', 'Sum drift'),
    ...(of('investment').length === 0 ? [] : [null, ...invested(view, party, language)]),
  ];
  const provisional = [
    ...of('operating'),
    ...view.totals.filter((row) => row.party === party && row.kind === 'operating'),
  ].some(({ amounts }) => amounts.some((one) => (one?.provisional ?? null) !== null));
  const whose = party === null ? '' : `${partyOn(index, party, firstDayOf(first))?.name ?? party}: `;
  return [
    `${whose}${planWords.plan[language]} ${first}–${view.years.at(-1)?.year ?? first}, ${view.cooperation}, ${planWords[view.prices][language]}. Kroner.\n\n`,
    columns(body, align),
    provisional ? '\n* foreløpig: avventer et vedtak eller et register.\n' : '',
    items(view, party, language),
  ].join('');
}

/** Gross, what is paid first, and the rest; for one party only what it pays. */
function invested(view: Plan, party: string | null, language: Language): readonly (readonly string[])[] {
  const each = (pick: (one: Plan['investments'][number]) => readonly bigint[]): readonly string[] =>
    view.years.map(({ year }) =>
      kroner(
        sum(
          view.investments.flatMap((one) =>
            one.year === year ? (pick(one) as ReturnType<typeof sum>[]) : [],
          ),
        ),
      ),
    );
  const mine = (parts: Plan['investments'][number]['rest']): readonly bigint[] =>
    parts.flatMap((part) => (party === null || part.party === party ? [part.amountOre] : []));
  const isFunded = view.investments.some(({ external }) => external.length > 0);
  return [
    ...(party === null
      ? [[`Investering, ${planWords.gross[language].toLowerCase()}`, ...each(({ grossOre }) => [grossOre])]]
      : []),
    [`  ${planWords.contributions[language]}`, ...each(({ contributions }) => mine(contributions))],
    ...(isFunded && party === null
      ? [
          [
            `  ${planWords.funders[language]}`,
            ...each(({ external }) => external.map(({ amountOre }) => amountOre)),
          ],
        ]
      : []),
    [`  ${planWords.rest[language]}`, ...each(({ rest }) => mine(rest))],
  ];
}

/** First what is in no figure of its years, then what only is not priced by itself. */
function items(view: Plan, party: string | null, language: Language): string {
  const some = view.unpriced.filter((item) => concerns(view, item, party));
  const told = (title: string, yearsOf: (item: PlanItem) => readonly number[]): string => {
    const lines = some
      .filter((item) => yearsOf(item).length > 0)
      .map((item) => `  ${item.service}: ${planItemText(item, yearsOf(item), language)}`);
    return lines.length === 0 ? '' : `\n${title}:\n${lines.join('\n')}\n`;
  };
  return [
    told(planWords.unpriced[language], (item) =>
      item.years.filter((year) => !item.includedIn.includes(year)),
    ),
    told(planWords.inAmounts[language], ({ includedIn }) => includedIn),
  ].join('');
}
