import { existsSync, readdirSync, statSync } from 'node:fs';
import { rollJson } from '@samstyr/contract/json/roll';
import type { Language } from '@samstyr/contract/texts/language';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import type { AnyProblem } from '@samstyr/contract/texts/sentence';
import { tell } from '@samstyr/contract/texts/tell';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { partyNumber, partyOn } from '@samstyr/core/cooperation/parties';
import { type Ore, sum, zero } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { type Roll, roll } from '@samstyr/core/scenario/roll';
import type { RollStep } from '@samstyr/core/scenario/roll-step';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { saveFolder } from '@samstyr/formats/folder/save-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { readArguments, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { change, kroner } from '../output/amounts.ts';
import { columns } from '../output/columns.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/** `roll DIR --to Y [--out DIR2]`: next year's first version, and what it did. Everything is written, or nothing. */
export const rollCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['to', 'out'] });
  const [folder = ''] = given.positionals;
  const to = given.year('to');
  const index = openCooperation(folder);
  if (index === null) return 1;
  const { language } = given;
  const target = given.text('out') ?? folder;
  const refuse = (problems: readonly AnyProblem[]): 1 => {
    printProblems(problems);
    return 1;
  };
  if (target !== folder && isTaken(target)) return refuse([{ code: 'save.taken', folder: target }]);
  const result = roll(index.model, {
    to,
    asOf: null,
    version: null,
    prices: 'current',
    reason: (step) => tell(rollStepTexts, language, step),
  });
  if (!result.ok) return refuse(result.problems);
  const files = writeFolder(result.value.model);
  // Read back before anything is written: a folder that cannot be opened again is worse than none.
  const again = readFolder(new Map([...files].map(([path, content]) => [path, fileBytes(content)])));
  if (!again.ok) return refuse(again.problems);
  const saved = saveFolder(target, files);
  if (!saved.ok) return refuse(saved.problems);
  const after = indexModel(again.value);
  if (given.has('json'))
    printJson(rollJson(result.value, target, (party) => partyNumber(after, party, to), language));
  else process.stdout.write(told(result.value, after, target, language));
  return 0;
});

/** A place that something stands in already. */
const isTaken = (path: string): boolean =>
  existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);

/** Service by service what moved, then what has no price, then what somebody must decide. */
function told(result: Roll, index: IndexedModel, target: string, language: Language): string {
  const { version, base, services, did } = result;
  const name = (party: string): string => partyOn(index, party, firstDayOf(version.year))?.name ?? party;
  const say = (step: RollStep): string => tell(rollStepTexts, language, step);
  const blocks = services.flatMap(({ service, startOre, nextOre }) => {
    const steps = did.flatMap((step) => (step.did === 'moved' && step.service === service ? [step] : []));
    return steps.length === 0
      ? []
      : [
          [service, '', kroner(startOre), ''],
          ...steps.map((step) => [
            `  ${say(step)}`,
            step.party === null ? 'deles' : name(step.party),
            change(step.amountOre),
            step.row,
          ]),
          [`  ${version.id}`, '', kroner(nextOre), ''],
          null,
        ];
  });
  const sums = (['operating', 'investment'] as const).flatMap((kind) => {
    const some = services.filter((one) => one.kind === kind);
    const all = (pick: (one: (typeof some)[number]) => Ore | null): Ore =>
      sum(some.map((one) => pick(one) ?? zero));
    return some.length === 0
      ? []
      : [
          [
            kind === 'operating' ? 'Sum drift' : 'Sum investering',
            kroner(all(({ startOre }) => startOre)),
            change(all(({ movedOre }) => movedOre)),
            kroner(all(({ nextOre }) => nextOre)),
          ],
        ];
  });
  const listed = (which: RollStep['did'], title: string): string => {
    const lines = did.flatMap((step) =>
      step.did === which ? [`  ${step.service ?? step.unit}: ${say(step)}.`] : [],
    );
    return lines.length === 0 ? '' : `\n${title}\n${lines.join('\n')}\n`;
  };
  return [
    `${version.id} er rullet fra ${base.id}. Kroner, før tilskudd utenfra.\n\n`,
    columns(
      [['Hva som er flyttet', 'Part', 'Beløp', 'Rad'], null, ...blocks],
      ['left', 'left', 'right', 'left'],
    ),
    '\n',
    columns([['', base.id, 'Endring', version.id], null, ...sums], ['left', 'right', 'right', 'right']),
    listed('carried', 'Tatt med uten pris (ikke med i tallene):'),
    listed('left', 'Latt stå:'),
    listed('decide', 'Å ta stilling til:'),
    `\nSkrevet til ${target}.\n`,
  ].join('');
}
