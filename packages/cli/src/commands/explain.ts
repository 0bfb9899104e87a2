import { type ExplanationJson, explanationJson } from '@samstyr/contract/json/explanation';
import { numberText } from '@samstyr/contract/texts/explanation-words';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { explain } from '@samstyr/core/explain/explain';
import { parseFraction, zeroFraction } from '@samstyr/core/fraction/fraction';
import { planModel } from '@samstyr/core/scenario/plan';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { edited } from '../edits.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/** `explain DIR FIGURE-ID`: how a number came about, down to the lines of the files it rests on. */
export const explainCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 2, options: ['depth', 'edit', 'year'] });
  const [folder = '', id = ''] = given.positionals;
  const depthText = given.text('depth');
  if (depthText !== null && !/^\d{1,3}$/.test(depthText))
    throw new WrongUse(`--depth er et antall nivåer, ikke «${depthText}».`);
  const opened = openCooperation(folder);
  if (opened === null) return 1;
  const editFile = given.text('edit');
  const known = editFile === null ? opened : edited(opened, editFile, given.year());
  if (known === null) return 1;
  const planned = planModel(known.model, id, (step) => tell(rollStepTexts, given.language, step));
  if (planned !== null && !planned.ok) {
    printProblems(planned.problems);
    return 1;
  }
  const index = planned === null ? known : indexModel(planned.value);
  const result = explain(index, id, given.rounding);
  if (!result.ok) {
    printProblems(result.problems);
    return 1;
  }
  const json = explanationJson(
    result.value,
    index,
    given.language,
    depthText === null ? (given.has('json') ? null : 6) : Number(depthText),
  );
  if (given.has('json')) printJson(json);
  else process.stdout.write(tree(json));
  return 0;
});

/** The explanation as an indented tree: what, how much, the sum worked out, and where it is written. A node told once is named after that. */
function tree({ root, nodes }: ExplanationJson): string {
  const told = new Set<string>();
  const lines: string[] = [];
  const tellNode = (id: string, indent: string): void => {
    const node = nodes[id];
    if (node === undefined) return;
    const number = numberText({ value: parseFraction(node.value) ?? zeroFraction, unit: node.unit });
    const source = node.source === null ? '' : `  [${node.source.file}:${node.source.line}]`;
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
