import { whatIfJson } from '@samstyr/contract/json/whatif';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { firstDayOf } from '@samstyr/core/period/day';
import { type WhatIf, whatIf } from '@samstyr/core/scenario/whatif';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { readEdits, savedAlternative } from '../edits.ts';
import { change, kroner } from '../output/amounts.ts';
import { columns } from '../output/columns.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/** `whatif DIR --year Y --edit FILE|--alternative ID`: the same budget after edits, or a version saved beside it. Nothing is written. */
export const whatIfCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['year', 'edit', 'alternative'] });
  const year = given.year();
  const file = given.text('edit');
  const asked = given.text('alternative');
  if ((file === null) === (asked === null))
    throw new WrongUse(
      'Skriv hvilken fil endringene står i: --edit FIL, eller hvilken lagret versjon: --alternative ID.',
    );
  const index = openCooperation(given.positionals[0] ?? '');
  if (index === null) return 1;
  const alternative = asked === null ? null : savedAlternative(index, asked, year);
  const edits = file === null ? (alternative?.row.edits ?? null) : readEdits(index, file);
  if (edits === null) return 1;
  const result = whatIf(alternative?.base ?? index.model, edits, { year, rounding: given.rounding });
  if (!result.ok) {
    printProblems(result.problems);
    return 1;
  }
  const after = indexModel(result.value.model);
  const json = whatIfJson(result.value, after, given.language);
  if (given.has('json')) printJson(json);
  else
    process.stdout.write(
      told(result.value, (party) => partyOn(after, party, firstDayOf(year))?.name ?? party, json.warnings),
    );
  return 0;
});

/** Only what moved, service by service, then what each party gains or loses in all. */
function told(
  result: WhatIf,
  name: (party: string) => string,
  warnings: readonly { readonly text: string }[],
): string {
  const head = ['', 'Før', 'Etter', 'Forskjell'];
  const moved = result.rows.filter(({ service, differenceOre }) => service !== null && differenceOre !== 0n);
  const services = [...new Set(moved.map(({ service }) => service))];
  const blocks = services.map((service) => {
    const rows = result.rows.filter(
      (row) => row.service === service && (row.party === null || row.differenceOre !== 0n),
    );
    const lines = rows.flatMap((row) => [
      [
        row.party === null ? `${service}` : `  ${name(row.party)}`,
        kroner(row.beforeOre),
        kroner(row.afterOre),
        change(row.differenceOre),
      ],
      ...(row.party === null || row.parts.length < 2
        ? []
        : row.parts.map(({ from, until, differenceOre }) => [
            `    fra ${from} til ${until}`,
            '',
            '',
            change(differenceOre),
          ])),
    ]);
    return lines;
  });
  const sums = result.totals
    .filter(({ differenceOre, party }) => party === null || differenceOre !== 0n)
    .map((row) => [
      row.party === null
        ? row.kind === 'operating'
          ? 'Sum drift'
          : 'Sum investering'
        : `  ${name(row.party)}`,
      kroner(row.beforeOre),
      kroner(row.afterOre),
      change(row.differenceOre),
    ]);
  const body = moved.length === 0 ? [head, null, ...sums] : [head, null, ...blocks.flat(), null, ...sums];
  const unavoidable = result.unavoidable.map(
    ({ service, party, amountOre }) =>
      `Uunngåelig i ${service} når ${name(party)} går ut: ${kroner(amountOre)} kr.`,
  );
  const notes = [...unavoidable, ...warnings.map(({ text }) => `Merk: ${text}`)];
  return `Hva om, ${result.year}. Kroner.${moved.length === 0 ? ' Ingen tall flytter seg.' : ''}\n\n${columns(body, ['left', 'right', 'right', 'right'])}${notes.length === 0 ? '' : `\n${notes.join('\n')}\n`}`;
}
