import type { EditOp } from '@samstyr/core/model/edit';
import * as z from 'zod';
import { editOps, fieldsOf } from '../edits.ts';
import { dayText, oreInput, year } from './fields.ts';

const word = z.string().min(1).max(2000);
const count = z.string().regex(/^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12}|\/[1-9]\d{0,17})?$/);
const share = z.string().regex(/^(?:\d{1,3}(?:\.\d{1,12})?%|\d{1,9}\/[1-9]\d{0,8}|0(?:\.\d{1,12})?|1)$/);

/** A key as plain data; what is in it is read by the key's own grammar, which says what is wrong. */
const key = z.union([z.literal('equal'), z.record(z.string().max(40), z.json())]);

const kinds: { readonly [kind: string]: z.ZodType } = {
  text: word,
  day: dayText,
  dateRule: z.union([z.enum(['budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01']), dayText]),
  ore: oreInput,
  number: count,
  share,
  flag: z.boolean(),
  key,
};

/** A step of the edit language in the API's strict JSON, made from the language's own readers. */
const edits = editOps.map((op) => z.strictObject({ op: z.literal(op), ...argumentsOf(op) }));

/** The same step as a command: in the open version of a year. */
export const editCommands = editOps.map((op) =>
  z.strictObject({ op: z.literal(op), args: z.strictObject({ year, ...argumentsOf(op) }) }),
);

function argumentsOf(op: EditOp): { readonly [field: string]: z.ZodType } {
  return Object.fromEntries(
    fieldsOf(op).map(({ field, kind, required, choices }) => {
      const schema = kind === 'choice' ? z.enum([...choices]) : (kinds[kind] ?? z.never());
      return [field, required ? schema : schema.optional()];
    }),
  );
}

type Op = (typeof edits)[number];

export const editInput = z.discriminatedUnion('op', edits as unknown as [Op, ...Op[]]).meta({ id: 'Edit' });
