import * as z from 'zod';
import { rowSchema } from '../tables/row-schema.ts';
import { tableNames } from '../tables/tables.ts';
import { commentRow, taskRow } from './work-rows.ts';

const figure = z.union([z.string(), z.int(), z.boolean(), z.null(), z.array(z.string())]);

const oneProblem = z.strictObject({
  code: z.string().describe('stabil kode'),
  text: z.string().describe('hva som er galt og hva man gjør, på språket det ble spurt på'),
  path: z.string().nullable().describe('hvor i det som ble sendt'),
  figures: z.record(z.string(), figure).describe('tallene i teksten'),
});

const anyRow = z.union([...tableNames.map((table) => rowSchema(table)), commentRow, taskRow]);

/** Both values of a row two people have changed: what somebody else has made of it, and what was built on. */
const conflict = z.strictObject({
  table: z.string(),
  id: z.string(),
  expected: z.int(),
  found: z.int().nullable().describe('null: raden er tatt bort'),
  theirs: anyRow.nullable(),
  base: anyRow.nullable(),
  yours: anyRow.nullable(),
});

/** RFC 9457: every refusal of the API. `problems` has all that is wrong; `code` is that of the first. */
export const problemDocument = z
  .strictObject({
    type: z.string().describe('/problems/<code>'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z
      .string()
      .nullable()
      .describe('id for forespørselen, som i loggen; null når svaret må være likt for alle'),
    code: z.string(),
    problems: z.array(oneProblem),
    conflicts: z.array(conflict).nullable(),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemDocument>;
export type ConflictJson = z.infer<typeof conflict>;

/** What the API itself refuses, whatever the budget says. */
export type ApiProblem =
  | { readonly code: 'api.notFound' }
  | { readonly code: 'api.notLoggedIn' }
  | { readonly code: 'api.notAllowed'; readonly action: string; readonly roles: readonly string[] }
  | { readonly code: 'api.invalid'; readonly path: string; readonly expected: string }
  | { readonly code: 'api.unknownField'; readonly path: string; readonly field: string }
  | { readonly code: 'api.notJson' }
  | { readonly code: 'api.doubledKey'; readonly key: string }
  | { readonly code: 'api.tooDeep'; readonly limit: number }
  | { readonly code: 'api.tooLarge'; readonly limit: number }
  | { readonly code: 'api.wrongType'; readonly accepted: readonly string[] }
  | { readonly code: 'api.wrongMethod'; readonly allowed: readonly string[] }
  | { readonly code: 'api.crossOrigin' }
  | { readonly code: 'api.noCsrfToken' }
  | { readonly code: 'api.noIdempotencyKey' }
  | { readonly code: 'api.keyReused' }
  | { readonly code: 'api.conflict'; readonly rows: readonly string[] }
  | { readonly code: 'api.tooMany'; readonly seconds: number }
  | { readonly code: 'api.busy' }
  | { readonly code: 'api.full' }
  | { readonly code: 'api.timeout' }
  | { readonly code: 'api.internal' }
  | { readonly code: 'login.refused' }
  | { readonly code: 'login.codeNeeded' }
  | { readonly code: 'login.tokenSpent' }
  | { readonly code: 'login.weakPassword' }
  | { readonly code: 'login.wrongCode' }
  | { readonly code: 'login.oidcOff' }
  | { readonly code: 'login.oidcRefused' }
  | { readonly code: 'login.unknownPerson' }
  | { readonly code: 'access.lastAdministrator' }
  | { readonly code: 'access.scopeNeeded'; readonly role: string }
  | { readonly code: 'access.notOwnRow'; readonly table: string; readonly id: string }
  | { readonly code: 'access.delivered'; readonly unit: string; readonly year: number }
  | { readonly code: 'round.reasonNeeded' }
  | { readonly code: 'round.notDelivered'; readonly unit: string; readonly year: number }
  | { readonly code: 'round.tasksOpen'; readonly unit: string; readonly titles: readonly string[] }
  | { readonly code: 'access.sensitiveService'; readonly service: string }
  | { readonly code: 'job.finished'; readonly state: string }
  | { readonly code: 'import.notZip' }
  | { readonly code: 'import.tooManyFiles'; readonly limit: number }
  | { readonly code: 'import.unpackedTooLarge'; readonly limit: number }
  | { readonly code: 'import.noExample' }
  | { readonly code: 'import.badPath'; readonly path: string }
  | { readonly code: 'import.nameTaken'; readonly name: string };
