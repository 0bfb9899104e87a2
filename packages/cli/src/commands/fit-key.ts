import { fitJson } from '@samstyr/contract/json/fit-key';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { amountsToFit } from '@samstyr/core/fit/amounts-to-fit';
import { fitKey } from '@samstyr/core/fit/fit-key';
import { parseFraction, zeroFraction } from '@samstyr/core/fraction/fraction';
import { formatKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

const shownAtMost = 12;

/** `fit-key DIR --service ID --year Y`: which key and register date give a service's amounts. */
export const fitKeyCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['service', 'year'] });
  const id = given.text('service');
  if (id === null) throw new WrongUse('Skriv hvilken tjeneste: --service nav/drift.');
  const year = given.year();
  const index = openCooperation(given.positionals[0] ?? '');
  if (index === null) return 1;
  const service = index.service.get(id);
  const input = service === undefined ? null : amountsToFit(index, service, year);
  if (input === null) {
    printProblems([
      service === undefined
        ? { code: 'edit.unknownService', op: 'setKey', service: id, known: [...index.service.keys()] }
        : { code: 'budget.noAmounts', service: id, year },
    ]);
    return 1;
  }
  const json = fitJson(fitKey(input), keyWordNames(index.model, given.language), given.language);
  if (given.has('json')) {
    printJson(json);
    return json.candidates.length === 0 ? 1 : 0;
  }
  const lines = [
    `${id} ${year}: nøkler som gir de ${input.amounts.length} beløpene (${formatKroner(ore(parseFraction(json.totalOre)?.n ?? zeroFraction.n))} kr i alt), best først.`,
    '',
  ];
  for (const [at, one] of json.candidates.slice(0, shownAtMost).entries()) {
    const how =
      one.rounding === null
        ? ''
        : one.rounding.mode === 'hostTakesRest'
          ? `, ${one.rounding.host} tar resten`
          : ', største rest';
    const sure =
      one.basis === 'derived' ? ' (utledet register)' : one.basis === 'assumed' ? ' (antatt register)' : '';
    lines.push(
      `${`${at + 1}`.padStart(2)}. ${one.inWords}${one.date === null ? '' : `, ${one.register}${one.group === null ? '' : ` ${one.group}`} ${one.date}${sure}`}`,
    );
    lines.push(
      `    ${one.reproducesPrinted ? `gir beløpene nøyaktig${how}` : 'innenfor det beløpene er avrundet til'}; største avvik før avrunding ${formatKroner(ore(BigInt(one.maxResidualOre)))} kr`,
    );
  }
  if (json.candidates.length > shownAtMost)
    lines.push(`… og ${json.candidates.length - shownAtMost} til (--json viser alle).`);
  if (json.notes.length > 0) lines.push('', ...json.notes.map(({ text }) => `Merk: ${text}`));
  process.stdout.write(`${lines.join('\n')}\n`);
  return json.candidates.length === 0 ? 1 : 0;
});
