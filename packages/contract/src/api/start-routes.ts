import { newKeys } from '@samstyr/core/setup/new-cooperation';
import * as z from 'zod';
import { cooperationName, digits, language, oreInput, shortText } from './fields.ts';
import { jobSchema } from './job-routes.ts';
import { route } from './route.ts';

/** What a person has typed in a field; what is wrong with it is said by the rules of the set-up. */
const words = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u);
const place = z.int().min(0).max(99).describe('plassen i listen over kommuner, fra 0');

/** A cooperation from nothing: what the guided set-up sends. */
const newCooperation = z
  .strictObject({
    id: words.describe('kortnavnet i adressen; tomt: laget av navnet'),
    name: words,
    year: z.int().nullable().describe('året for det første budsjettet'),
    language,
    host: place.nullable(),
    members: z
      .array(
        z.strictObject({
          name: words,
          kommunenummer: words.describe('fire sifre, eller tomt'),
          inhabitants: digits.nullable().describe('folketallet 1. januar året før'),
        }),
      )
      .max(60),
    units: z
      .array(
        z.strictObject({
          name: words,
          amountOre: oreInput.nullable(),
          key: z.enum(newKeys),
          equalPercent: z.int().nullable().describe('det som deles likt når nøkkelen er mixed'),
          members: z.array(place).max(60),
        }),
      )
      .max(100),
  })
  .meta({ id: 'NewCooperation' });
export type NewCooperationJson = z.infer<typeof newCooperation>;

/** How a cooperation begins without a folder of one's own. */
export const startRoutes = {
  'import.example': route(
    'POST',
    '/imports/example',
    'Lag et samarbeid som er en kopi av eksempelet; følg det som en import',
    { status: 202, json: jobSchema },
    {
      body: { json: z.strictObject({ name: shortText(100), id: cooperationName, language }) },
      once: true,
    },
  ),
  'cooperation.make': route(
    'POST',
    '/cooperations',
    'Lag et nytt samarbeid av navn, kommuner og de første enhetene',
    { status: 201, json: z.strictObject({ cooperation: cooperationName }) },
    { body: { json: newCooperation } },
  ),
} as const;
