import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty, partyNumber, partyOn } from '@samstyr/core/cooperation/parties';
import { firstDayOf } from '@samstyr/core/period/day';
import type { Warning } from '@samstyr/core/scenario/warnings';
import type { WhatIf, WhatIfRow } from '@samstyr/core/scenario/whatif';
import * as z from 'zod';
import type { Language } from '../texts/language.ts';
import { tell } from '../texts/tell.ts';
import { warningTexts } from '../texts/warnings.ts';
import { oreText } from './ore-text.ts';

const row = z.strictObject({
  unit: z.string().nullable(),
  service: z.string().nullable(),
  party: z.string().nullable(),
  kind: z.enum(['operating', 'investment']),
  beforeOre: oreText.nullable(),
  afterOre: oreText.nullable(),
  differenceOre: oreText,
  provisional: z.boolean(),
  parts: z.array(
    z.strictObject({
      from: z.string(),
      until: z.string().describe('til, men ikke med'),
      differenceOre: oreText,
    }),
  ),
  figureId: z.string(),
});

/** `whatif --json`: before, after and difference; rows as in the overview. */
export const whatIfSchema = z.strictObject({
  year: z.int(),
  rows: z.array(row),
  totals: z.array(row),
  unavoidable: z.array(z.strictObject({ service: z.string(), party: z.string(), amountOre: oreText })),
  warnings: z.array(z.looseObject({ code: z.string(), text: z.string() })),
});

/** A what-if as JSON, its warnings told in a language. */
export function whatIfJson(
  result: WhatIf,
  index: IndexedModel,
  language: Language,
): z.infer<typeof whatIfSchema> {
  const number = (party: string): string => partyNumber(index, party, result.year);
  const name = (written: string): string => {
    const party = findParty(index, written);
    return party === null ? written : (partyOn(index, party, firstDayOf(result.year))?.name ?? written);
  };
  const rowJson = (one: WhatIfRow) => ({
    unit: one.unit,
    service: one.service,
    party: one.party === null ? null : number(one.party),
    kind: one.kind,
    beforeOre: one.beforeOre === null ? null : `${one.beforeOre}`,
    afterOre: one.afterOre === null ? null : `${one.afterOre}`,
    differenceOre: `${one.differenceOre}`,
    provisional: one.provisional,
    parts: one.parts.map(({ from, until, differenceOre }) => ({
      from,
      until,
      differenceOre: `${differenceOre}`,
    })),
    figureId: one.figureId,
  });
  return {
    year: result.year,
    rows: result.rows.map(rowJson),
    totals: result.totals.map(rowJson),
    unavoidable: result.unavoidable.map(({ service, party, amountOre }) => ({
      service,
      party: number(party),
      amountOre: `${amountOre}`,
    })),
    warnings: result.warnings.map((warning) => ({
      ...warning,
      text: tell(warningTexts, language, named(warning, name)),
    })),
  };
}

/** The warning with parties by the names people know; its codes and numbers stay as they are in the JSON. */
function named(warning: Warning, name: (party: string) => string): Warning {
  if ('parties' in warning) return { ...warning, parties: warning.parties.map(name) };
  return 'party' in warning ? { ...warning, party: name(warning.party) } : warning;
}
