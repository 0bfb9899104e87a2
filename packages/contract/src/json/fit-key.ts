import type { Fit } from '@samstyr/core/fit/fit-key';
import { type Fraction, fraction, multiply, roundToOre } from '@samstyr/core/fraction/fraction';
import { keyValue } from '@samstyr/core/key/key-value';
import * as z from 'zod';
import { fitTexts } from '../texts/fit.ts';
import { type KeyWordNames, keyInWords } from '../texts/key-in-words.ts';
import type { Language } from '../texts/language.ts';
import { tell } from '../texts/tell.ts';
import { oreText } from './ore-text.ts';

/** `fit-key --json`: keys that give a service's amounts, best first, and what must be said beside them. */
export const fitSchema = z.strictObject({
  service: z.string(),
  year: z.int(),
  totalOre: oreText,
  candidates: z.array(
    z.strictObject({
      key: z.json(),
      inWords: z.string(),
      register: z.string().nullable(),
      date: z.string().nullable(),
      group: z.string().nullable(),
      average: z.int(),
      maxResidualOre: oreText,
      reproducesPrinted: z.boolean(),
      rounding: z
        .strictObject({
          unitOre: oreText,
          mode: z.enum(['largestRemainder', 'hostTakesRest']),
          host: z.string().nullable(),
        })
        .nullable(),
      basis: z.enum(['published', 'derived', 'assumed']).nullable(),
      circular: z.boolean(),
    }),
  ),
  notes: z.array(z.looseObject({ code: z.string(), text: z.string() })),
});

const plainValue = (value: unknown): unknown =>
  typeof value === 'bigint'
    ? `${value}`
    : isFraction(value)
      ? `${roundToOre(multiply(value, fraction(1n)))}`
      : value;
const isFraction = (value: unknown): value is Fraction =>
  typeof value === 'object' && value !== null && 'n' in value && 'd' in value;

export function fitJson(fit: Fit, names: KeyWordNames, language: Language): z.infer<typeof fitSchema> {
  return {
    service: fit.service,
    year: fit.year,
    totalOre: `${fit.totalOre}`,
    candidates: fit.candidates.map(
      ({
        key,
        register,
        date,
        group,
        average,
        maxResidualOre,
        reproducesPrinted,
        rounding,
        basis,
        circular,
      }) => ({
        key: keyValue(key) as z.infer<typeof fitSchema>['candidates'][number]['key'],
        inWords: keyInWords(key, names, language),
        register,
        date,
        group,
        average,
        maxResidualOre: `${maxResidualOre}`,
        reproducesPrinted,
        rounding:
          rounding === null
            ? null
            : { unitOre: `${rounding.unitOre}`, mode: rounding.mode, host: rounding.host },
        basis,
        circular,
      }),
    ),
    notes: fit.notes.map((note) => ({
      ...(JSON.parse(JSON.stringify(note, (_, value: unknown) => plainValue(value))) as { code: string }),
      text: tell(fitTexts, language, note),
    })),
  };
}
