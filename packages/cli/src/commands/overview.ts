import { overviewJson } from '@samstyr/contract/json/overview';
import { overview } from '@samstyr/core/budget/overview';
import type { Overview, OverviewRow } from '@samstyr/core/budget/view';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import { zero } from '@samstyr/core/money/ore';
import { readArguments, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { savedAlternative } from '../edits.ts';
import { change, kroner, percent } from '../output/amounts.ts';
import { columns } from '../output/columns.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/** `overview DIR --year Y [--alternative ID] [--party X]`: the matrix, or one owner's bill, of the budget or of a version saved beside it. */
export const overviewCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['year', 'party', 'alternative'] });
  const year = given.year();
  const opened = openCooperation(given.positionals[0] ?? '');
  if (opened === null) return 1;
  const asked = given.text('alternative');
  const alternative = asked === null ? null : savedAlternative(opened, asked, year);
  if (asked !== null && alternative === null) return 1;
  const index = alternative === null ? opened : indexModel(alternative.model);
  const wanted = given.text('party');
  const party = wanted === null ? null : findParty(index, wanted);
  const result = overview(index, { year, version: null, rounding: given.rounding });
  if (!result.ok) {
    printProblems(result.problems);
    return 1;
  }
  if (wanted !== null && (party === null || !result.value.parties.some((one) => one.party === party))) {
    printProblems([
      {
        code: 'budget.unknownParty',
        party: wanted,
        known: result.value.parties.map(({ name, number }) => `${name} (${number})`),
      },
    ]);
    return 1;
  }
  if (given.has('json')) printJson(overviewJson(result.value, party));
  else {
    const names = unitNames(index.model.unit);
    if (alternative !== null)
      process.stdout.write(
        `Versjon: ${alternative.row.name} – ikke vedtatt, bygger på ${alternative.version.id}.\n`,
      );
    process.stdout.write(party === null ? matrix(result.value, names) : bill(result.value, party, names));
  }
  return 0;
});

type Names = ReadonlyMap<string, string>;
const unitNames = (units: readonly { readonly id: string; readonly name: string }[]): Names =>
  new Map(units.map(({ id, name }) => [id, name]));

const nameOf = ({ unit, kind }: OverviewRow, names: Names): string =>
  unit === null
    ? kind === 'operating'
      ? 'Sum drift'
      : 'Sum investering'
    : `${names.get(unit) ?? unit}${kind === 'investment' ? ', investering' : ''}`;

const title = ({ cooperation, year, version }: Overview): string =>
  `${cooperation}, budsjett ${year} (${statusWord[version.status]}). Kroner.\n\n`;
const statusWord = {
  proposal: 'forslag',
  recommended: 'innstilt',
  adopted: 'vedtatt',
  amended: 'endret',
} as const;

function matrix(view: Overview, names: Names): string {
  const shown = view.parties.filter(({ column }) => column);
  const cell = (row: OverviewRow | undefined): string =>
    row === undefined || row.current.attendance === 'absent'
      ? '·'
      : row.current.attendance === 'unregistered'
        ? '–'
        : `${kroner(row.current.ore)}${row.current.provisional === null ? '' : '*'}`;
  const line = (row: OverviewRow, among: readonly OverviewRow[]): readonly string[] => [
    nameOf(row, names),
    kroner(row.previous.ore),
    `${kroner(row.current.ore)}${row.current.provisional === null ? '' : '*'}`,
    change(row.changeOre),
    ...shown.map(({ party }) =>
      cell(
        among.find(
          (one) =>
            one.party === party && one.unit === row.unit && one.service === null && one.kind === row.kind,
        ),
      ),
    ),
  ];
  const units = view.rows.filter(({ service, party }) => service === null && party === null);
  const sums = view.totals.filter(({ party }) => party === null);
  const head = ['Enhet', `${view.year - 1}`, `${view.year}`, 'Endring', ...shown.map(({ name }) => name)];
  const operating = units.filter(({ kind }) => kind === 'operating').map((row) => line(row, view.rows));
  const investment = units.filter(({ kind }) => kind === 'investment').map((row) => line(row, view.rows));
  const body = [
    head,
    null,
    ...operating,
    null,
    ...sums.filter(({ kind }) => kind === 'operating').map((row) => line(row, view.totals)),
    ...investment,
  ];
  return `${title(view)}${columns(
    body,
    head.map((_, at) => (at === 0 ? 'left' : 'right')),
  )}${footnotes(view)}`;
}

function bill(view: Overview, party: string, names: Names): string {
  const owner = view.parties.find((one) => one.party === party);
  const own = [...view.rows.filter(({ service }) => service === null), ...view.totals].filter(
    (row) => row.party === party,
  );
  const line = (row: OverviewRow): readonly string[] => [
    nameOf(row, names),
    row.previous.attendance === 'absent' ? '·' : kroner(row.previous.ore, 'ukjent'),
    row.current.attendance === 'absent'
      ? '·'
      : `${kroner(row.current.ore, 'ukjent')}${row.current.provisional === null ? '' : '*'}`,
    change(row.changeOre),
    percent(row.current.ore ?? zero, row.previous.ore ?? zero),
  ];
  const head = ['Enhet', `${view.year - 1}`, `${view.year}`, 'Endring', '%'];
  const of = (kind: OverviewRow['kind'], isSum: boolean) =>
    own.filter((row) => row.kind === kind && (row.unit === null) === isSum).map(line);
  const body = [
    head,
    null,
    ...of('operating', false),
    null,
    ...of('operating', true),
    ...(of('investment', false).length > 0 ? [null, ...of('investment', false)] : []),
  ];
  return `Dette betaler ${owner?.name ?? party}\n${title(view)}${columns(body, ['left', 'right', 'right', 'right', 'right'])}${footnotes(view)}`;
}

/** What a reader must know: who is not in a column, what is provisional, who pays an amount that is not known. */
function footnotes(view: Overview): string {
  const notes: string[] = [];
  const provisional = view.rows.filter(
    ({ service, party, current }) => service !== null && party === null && current.provisional !== null,
  );
  for (const { service, current } of provisional) {
    const waits =
      current.provisional?.awaiting.map(
        (number) => view.parties.find((one) => one.number === number)?.name ?? number,
      ) ?? [];
    notes.push(
      `* ${service}: foreløpig${waits.length > 0 ? `, avventer vedtak i ${waits.join(', ')}` : ', bygger på et register som ikke er publisert ennå'}.`,
    );
  }
  for (const { service, party, current } of view.rows)
    if (service !== null && party === null && current.waiting !== null) {
      const waits = current.waiting.awaiting.map(
        (number) => view.parties.find((one) => one.number === number)?.name ?? number,
      );
      notes.push(
        `${service}: saken «${current.waiting.case}» venter på vedtak i ${waits.join(', ')}; beløpene følger nøkkelen som gjelder.`,
      );
    }
  const outside = view.totals.filter(
    ({ party, kind, current }) =>
      party !== null &&
      kind === 'operating' &&
      current.ore !== null &&
      current.attendance === 'member' &&
      !view.parties.some((one) => one.party === party && one.column),
  );
  for (const row of outside)
    notes.push(
      `Uten egen kolonne: ${view.parties.find((one) => one.party === row.party)?.name ?? ''} ${kroner(row.current.ore)}.`,
    );
  const unknown = view.totals.filter(
    ({ party, kind, current }) => party !== null && kind === 'operating' && current.ore === null,
  );
  if (unknown.length > 0)
    notes.push(
      `Deltar med ukjent beløp: ${unknown.map(({ party }) => view.parties.find((one) => one.party === party)?.name ?? '').join(', ')}.`,
    );
  return notes.length === 0 ? '' : `\n${notes.join('\n')}\n`;
}
