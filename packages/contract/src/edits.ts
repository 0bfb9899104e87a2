import type { Edit, EditOf, EditOp } from '@samstyr/core/model/edit';
import { fail, type Result, unless } from '@samstyr/core/result/result';
import { type EditNames, FieldReader } from './edit-fields.ts';
import type { EditFileProblem } from './edit-problems.ts';

/**
 * Reads an edit file's content (plain data from YAML or JSON) into edits of core. Parties may be kommunenummer or slug, amounts are digit
 * strings of øre. All problems at once, each with its path: `edits[2].amountOre`.
 */
export function parseEdits(content: unknown, names: EditNames): Result<readonly Edit[], EditFileProblem> {
  const list =
    isObject(content) && Object.keys(content).every((field) => field === 'edits' || field === 'format')
      ? content['edits']
      : content;
  // An empty file and an empty list are edits too: none.
  if (list === null || list === undefined || list === '') return unless([], () => []);
  if (!Array.isArray(list)) return fail({ code: 'edits.notAList' });
  const problems: EditFileProblem[] = [];
  const edits = list.flatMap((item: unknown, at): readonly Edit[] => {
    const edit = parseEdit(item, `edits[${at}]`, names, problems);
    return edit === null ? [] : [edit];
  });
  return unless(problems, () => edits);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of each operation and how they are read. One table: the schema of the language is made from it too. */
const readers: { readonly [O in EditOp]: (read: FieldReader) => Omit<EditOf<O>, 'op'> } = {
  setKey: (read) => ({ service: read.text('service'), from: read.day('from'), key: read.key('key') }),
  setRegisterDate: (read) => ({
    service: read.text('service'),
    register: read.text('register'),
    date: read.dateRule('date'),
  }),
  setRegisterValue: (read) => ({
    register: read.text('register'),
    date: read.day('date'),
    party: read.party('party'),
    group: read.optionalText('group'),
    value: read.number('value'),
  }),
  leave: (read) => ({ service: read.text('service'), party: read.party('party'), from: read.day('from') }),
  join: (read) => ({ service: read.text('service'), party: read.party('party'), from: read.day('from') }),
  setGrowth: growth,
  addGrowth: growth,
  addChange: (read) => ({
    service: read.text('service'),
    kind: read.choice('kind', [
      'wage',
      'price',
      'deflator',
      'fullYear',
      'volume',
      'technical',
      'correction',
      'measure',
      'saving',
      'key',
      'member',
      'oneOff',
    ]),
    party: read.optionalParty('party'),
    amountOre: read.ore('amountOre'),
    from: read.optionalDay('from'),
    until: read.optionalDay('until'),
    oneOff: read.flag('oneOff'),
    counterpart: read.optionalText('counterpart'),
    reason: read.optionalText('reason'),
  }),
  removeChange: (read) => ({ service: read.optionalText('service'), id: read.text('id') }),
  setAmount: (read) => ({
    service: read.text('service'),
    party: read.party('party'),
    amountOre: read.ore('amountOre'),
  }),
  setVolume: (read) => ({
    service: read.text('service'),
    party: read.party('party'),
    measure: read.optionalText('measure'),
    count: read.number('count'),
  }),
  setExternal: (read) => ({
    service: read.text('service'),
    funder: read.party('funder'),
    pays: read.amountOrShare(),
  }),
  setAvoidable: (read) => ({
    service: read.text('service'),
    party: read.optionalParty('party'),
    saves: read.amountOrShare(),
    from: read.day('from'),
  }),
  recordDecision: (read) => ({
    case: read.text('case'),
    party: read.party('party'),
    date: read.optionalDay('date'),
    result: read.choice('result', ['adopted', 'rejected', 'awaited']),
    wording: read.optionalText('wording'),
    amountOre: read.optionalOre('amountOre'),
  }),
};

function growth(read: FieldReader) {
  return {
    service: read.text('service'),
    kind: read.choice('kind', ['wage', 'price', 'deflator', 'income']),
    ratePercent: read.signedNumber('ratePercent'),
    from: read.day('from'),
    baseOre: read.optionalOre('baseOre'),
  };
}

/** Every operation of the language. */
export const editOps = Object.keys(readers) as readonly EditOp[];

/** The fields an operation reads, and which of them may be left out: asked of the reader itself, so that the schema cannot drift from it. */
export function fieldsOf(op: EditOp): readonly {
  readonly field: string;
  readonly kind: string;
  readonly required: boolean;
  readonly choices: readonly string[];
}[] {
  const reader = FieldReader.describing();
  readers[op](reader);
  return reader.seen;
}

function parseEdit(item: unknown, path: string, names: EditNames, problems: EditFileProblem[]): Edit | null {
  const op = isObject(item) ? `${item['op'] ?? ''}` : '';
  if (!isObject(item) || !Object.hasOwn(readers, op)) {
    problems.push({ code: 'edits.unknownOp', path, op, known: editOps });
    return null;
  }
  const before = problems.length;
  const reader = new FieldReader(item, path, names, problems);
  const fields = readers[op as EditOp](reader);
  reader.refuseOthers();
  return problems.length > before ? null : ({ op, ...fields } as Edit);
}
