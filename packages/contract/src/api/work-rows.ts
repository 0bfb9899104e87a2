import * as z from 'zod';
import { taskKinds } from '../desk/desk-tables.ts';
import { dayText } from './fields.ts';

/** What somebody says about a unit, or about one of its figures. */
export const commentRow = z.strictObject({
  id: z.string(),
  unit: z.string(),
  about: z.string().nullable().describe('tall-id eller rad det gjelder'),
  author: z.string(),
  writtenAt: z.string(),
  body: z.string(),
  resolved: z.boolean(),
});

export const taskKind = z.enum(taskKinds);

/** What a unit has to do before the budget is whole: «Status mangler». */
export const taskRow = z.strictObject({
  id: z.string(),
  unit: z.string(),
  year: z.int().nullable(),
  kind: taskKind,
  title: z.string(),
  due: dayText.nullable(),
  assignee: z.string().nullable(),
  done: z.boolean(),
});
