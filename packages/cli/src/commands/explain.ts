import { type ExplanationJson, explanationJson } from '@samstyr/contract/json/explanation';
import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { numberText } from '@samstyr/contract/texts/explanation-words';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { explain } from '@samstyr/core/explain/explain';
import type { Explanation } from '@samstyr/core/explain/node';
import { parseFraction, zeroFraction } from '@samstyr/core/fraction/fraction';
import { planModel } from '@samstyr/core/scenario/plan';
import { entriesOf } from '@samstyr/server/audit/entries-of';
import { findCooperation, openCooperation as readCooperation, type Store } from '@samstyr/server/store/store';
import { type Arguments, readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { edited } from '../edits.ts';
import { printJson } from '../output/json.ts';
import { printProblems, printSentences } from '../output/problems.ts';
import { withStore } from './store.ts';

/**
 * `explain DIR FIGURE-ID`: how a number came about, down to the lines of the files it rests on. With `--database` the first word is a
 * cooperation there, and each number has the entry of the audit that made it.
 */
export const explainCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 2, options: ['depth', 'edit', 'year', 'database'] });
  const [folder = '', id = ''] = given.positionals;
  const depthText = given.text('depth');
  if (depthText !== null && !/^\d{1,3}$/.test(depthText))
    throw new WrongUse(`--depth er et antall nivåer, ikke «${depthText}».`);
  const depth = depthText === null ? (given.has('json') ? null : 6) : Number(depthText);
  if (given.has('database')) {
    if (given.text('edit') !== null)
      throw new WrongUse('--edit er for mapper. I databasen: bruk API-et (…/whatif/explanation).');
    return withStore((store) => inDatabase(store, { name: folder, id, depth }, given));
  }
  const opened = openCooperation(folder);
  if (opened === null) return 1;
  const editFile = given.text('edit');
  const known = editFile === null ? opened : edited(opened, editFile, given.year());
  if (known === null) return 1;
  const found = explained(known, id, given);
  if (found === null) return 1;
  return print(explanationJson(found.explanation, found.index, given.language, depth), given);
});

type Explained = { readonly explanation: Explanation; readonly index: IndexedModel };

/** The explanation of a figure of the budget or the plan; null when there is none, and why is told. */
function explained(known: IndexedModel, id: string, { language, rounding }: Arguments): Explained | null {
  const planned = planModel(known.model, id, (step) => tell(rollStepTexts, language, step));
  if (planned !== null && !planned.ok) {
    printProblems(planned.problems);
    return null;
  }
  const index = planned === null ? known : indexModel(planned.value);
  const result = explain(index, id, rounding);
  if (result.ok) return { explanation: result.value, index };
  printProblems(result.problems);
  return null;
}

function print(json: ExplanationJson, given: Arguments): 0 {
  if (given.has('json')) printJson(json);
  else process.stdout.write(tree(json));
  return 0;
}

async function inDatabase(
  store: Store,
  { name, id, depth }: { readonly name: string; readonly id: string; readonly depth: number | null },
  given: Arguments,
): Promise<0 | 1> {
  const listed = await findCooperation(store, name);
  const opened = listed === null ? null : await readCooperation(store, listed.cooperation);
  if (opened === null) {
    printSentences([refusedCommandSentence({ code: 'store.unknownCooperation', name }, given.language)]);
    return 1;
  }
  const found = explained(opened.index, id, given);
  if (found === null) return 1;
  const { explanation, index } = found;
  const sources = Object.values(explanation.nodes).flatMap(({ source }) => source ?? []);
  // Who sits at the command line of the server reads every row of it.
  const entryOf = await entriesOf(store.database.serving, opened, sources, () => true);
  return print(explanationJson(explanation, index, given.language, depth, entryOf), given);
}

/** The explanation as an indented tree: what, how much, the sum worked out, and where it is written. A node told once is named after that. */
function tree({ root, nodes }: ExplanationJson): string {
  const told = new Set<string>();
  const lines: string[] = [];
  const tellNode = (id: string, indent: string): void => {
    const node = nodes[id];
    if (node === undefined) return;
    const number = numberText({ value: parseFraction(node.value) ?? zeroFraction, unit: node.unit });
    const source = node.source === null ? '' : `  [${node.source.text}]`;
    const again = told.has(id) && node.inputs.length > 0;
    lines.push(
      `${indent}${node.label}: ${number}${node.formula === null || node.inputs.length < 2 ? '' : `  = ${node.formula}`}${source}${again ? '  (se over)' : ''}`,
    );
    if (again) return;
    told.add(id);
    const own = node.rounding === null || node.rounding.index < 0 ? null : node.rounding.index;
    for (const [at, input] of node.inputs.entries()) {
      if (own === null || at === own) tellNode(input, `${indent}  `);
      else lines.push(`${indent}  Rundes av sammen med: ${lineOf(nodes[input])}`);
    }
  };
  const top = nodes[root];
  lines.push(root);
  tellNode(root, '');
  if (top?.key)
    lines.push(
      '',
      `Nøkkel: ${top.key.id} (${{ inForce: 'gjelder', awaited: 'avventer vedtak', rejected: 'avslått' }[top.key.standing]})`,
    );
  if (top?.decision)
    lines.push(`Vedtak: ${top.decision === 'notRegistered' ? 'ikke registrert' : top.decision.case}`);
  return `${lines.join('\n')}\n`;
}

const lineOf = (node: ExplanationJson['nodes'][string] | undefined): string =>
  node === undefined
    ? ''
    : `${node.label}: ${numberText({ value: parseFraction(node.value) ?? zeroFraction, unit: node.unit })}`;
