import * as z from 'zod';
import { editOps, fieldsOf } from '../edits.ts';
import { folderReportSchema } from './check-folder.ts';
import { draftSchema } from './draft.ts';
import { explanationSchema } from './explanation.ts';
import { fitSchema } from './fit-key.ts';
import { overviewSchema } from './overview.ts';
import { planSchema } from './plan.ts';
import { rollSchema } from './roll.ts';
import { whatIfSchema } from './whatif.ts';

const outputs = {
  overview: overviewSchema,
  explain: explanationSchema,
  whatif: whatIfSchema,
  'fit-key': fitSchema,
  'check-folder': folderReportSchema,
  draft: draftSchema,
  plan: planSchema,
  roll: rollSchema,
} as const;

/** The JSON Schema of every command's `--json` and of the edit language, name → schema. */
export const outputSchemas = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(outputs).map(
      ([name, schema]) =>
        [
          `output/${name}.schema.json`,
          { title: `samstyr ${name} --json`, ...z.toJSONSchema(schema) },
        ] as const,
    ),
    ['edits.schema.json', editsSchema()],
  ]);

const text = { type: 'string' } as const;
const kinds: { readonly [kind: string]: object } = {
  text: { type: ['string', 'integer'] },
  day: { ...text, format: 'date' },
  dateRule: {
    anyOf: [
      { enum: ['budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01'] },
      { ...text, format: 'date' },
    ],
  },
  ore: { ...text, pattern: '^(0|-?[1-9]\\d{0,16})$', description: 'hele øre som tekst av sifre' },
  number: { type: ['string', 'integer'] },
  share: { ...text, description: '3/20, 15% eller 0.15' },
  flag: { type: ['boolean', 'string'] },
  key: { description: 'en fordelingsnøkkel, se docs/spec/key.md' },
};

/** The edit language from its own readers, so that the schema says what is read. */
function editsSchema(): unknown {
  const edits = editOps.map((op) => {
    const fields = fieldsOf(op);
    return {
      type: 'object',
      properties: {
        op: { const: op },
        ...Object.fromEntries(
          fields.map(({ field, kind, choices }) => [
            field,
            kind === 'choice' ? { enum: choices } : (kinds[kind] ?? {}),
          ]),
        ),
      },
      required: ['op', ...fields.flatMap(({ field, required }) => (required ? [field] : []))],
      additionalProperties: false,
    };
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Endringsspråket: --edit FIL, og kommandoene til API-et',
    type: 'object',
    properties: { edits: { type: 'array', items: { oneOf: edits } } },
    required: ['edits'],
    additionalProperties: false,
  };
}
