import * as z from 'zod';

/** The small words of the API: each has one grammar, and what is written another way is refused. */

/** Øre as a person may send it: at most 15 digits of kroner and 2 of øre, no `-0`, no leading zero, no space, never a JSON number. */
export const oreInput = z
  .string()
  .regex(/^(0|-?[1-9]\d{0,16})$/)
  .describe('hele øre som tekst av sifre');

export const cooperationName = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('samarbeidets navn-id');
export const yearText = z
  .string()
  .regex(/^20\d\d$/)
  .describe('et år, 2000–2099');
export const year = z.int().min(2000).max(2099);
export const randomId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .describe('en tilfeldig id');
export const slugText = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)*$/);
export const versionId = z
  .string()
  .max(80)
  .regex(/^20\d\d\.[a-z0-9-]+$/)
  .describe('en budsjettversjon, 2025.recommended');
export const alternativeId = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/)
  .describe('en lagret versjon, 2025.felles-legevakt');
export const language = z.enum(['nb', 'nn', 'en']);
export const rounding = z.enum(['agreement', 'ore']);
export const dayText = z
  .string()
  .regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
  .describe('en dag, 2025-07-01');
/** A moment in UTC, as the audit has it. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/)
  .describe('et tidspunkt i UTC');
export const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, 64 sekstentallssifre');
export const digits = z.string().regex(/^(0|[1-9]\d{0,17})$/);
/** A line of words: no control characters, nothing that turns the direction of writing. */
export const shortText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
/** Words on one or more lines. */
export const longText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\n\t])+$/u);
export const email = z
  .string()
  .max(200)
  .regex(/^[^\s@\p{Cc}]{1,100}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u)
  .describe('e-postadresse med små bokstaver etter @');
/** At least 15 characters and no rule of signs: length is what counts. */
export const newPassword = z.string().min(15).max(200);
export const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const role = z.enum([
  'administrator',
  'controller',
  'unitLeader',
  'financeOfficer',
  'reader',
  'grantOfficer',
  'auditor',
]);
export type Role = z.infer<typeof role>;
export const fileName = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9æøåÆØÅ][A-Za-z0-9æøåÆØÅ._ -]*$/);
