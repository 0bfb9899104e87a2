import { fractionText } from '@samstyr/core/fraction/fraction';
import type { Roll } from '@samstyr/core/scenario/roll';
import type { RollStep } from '@samstyr/core/scenario/roll-step';
import * as z from 'zod';
import type { Language } from '../texts/language.ts';
import { rollStepTexts } from '../texts/roll.ts';
import { tell } from '../texts/tell.ts';
import { oreText } from './ore-text.ts';

/** A step of a roll: what it did, to which service, and in words. */
export const rollStepSchema = z.strictObject({
  did: z
    .enum(['moved', 'carried', 'left', 'decide'])
    .describe('flyttet beløp, tatt med uten pris, latt stå, eller overlatt til den som budsjetterer'),
  code: z.string(),
  unit: z.string(),
  service: z.string().nullable(),
  party: z.string().nullable().describe('kommunenummer eller navn-id; null: deles etter nøkkelen'),
  amountOre: oreText.nullable().describe('det som flyttes; null der ingenting flyttes'),
  row: z.string().nullable().describe('raden som er lagt inn i den nye versjonen'),
  source: z
    .strictObject({
      table: z.enum(['change', 'growth', 'line', 'volume', 'price']),
      row: z.string(),
      file: z.string().nullable(),
      line: z.int().nullable(),
    })
    .nullable()
    .describe('raden det kommer fra'),
  ratePercent: z.string().nullable(),
  text: z.string(),
});

/** `roll --json`: the new version, what it starts from, and every step. */
export const rollSchema = z.strictObject({
  year: z.int(),
  version: z.string(),
  base: z.string(),
  asOf: z.string(),
  written: z.string().describe('mappen som er skrevet'),
  services: z
    .array(
      z.strictObject({
        unit: z.string(),
        service: z.string(),
        kind: z.enum(['operating', 'investment']),
        startOre: oreText.nullable().describe('kostnaden det startes fra, før tilskudd utenfra'),
        movedOre: oreText.describe('summen av det som er flyttet'),
        nextOre: oreText.nullable().describe('kostnaden i den nye versjonen'),
      }),
    )
    .describe('startOre + movedOre = nextOre'),
  did: z.array(rollStepSchema),
});

export type PartyNumber = (party: string) => string;

export function rollStepJson(
  step: RollStep,
  number: PartyNumber,
  language: Language,
): z.infer<typeof rollStepSchema> {
  const source = 'source' in step ? step.source : null;
  return {
    did: step.did,
    code: step.code,
    unit: step.unit,
    service: step.service,
    party: 'party' in step && step.party !== null ? number(step.party) : null,
    amountOre: step.did === 'moved' ? `${step.amountOre}` : null,
    row: 'row' in step ? step.row : null,
    source:
      source === null
        ? null
        : {
            table: source.table,
            row: source.id,
            file: source.origin?.file ?? null,
            line: source.origin?.line ?? null,
          },
    ratePercent: 'ratePercent' in step ? fractionText(step.ratePercent) : null,
    text: tell(rollStepTexts, language, step),
  };
}

/** A roll as JSON, its steps told in a language. */
export function rollJson(
  { version, base, services, did }: Roll,
  written: string,
  number: PartyNumber,
  language: Language,
): z.infer<typeof rollSchema> {
  return {
    year: version.year,
    version: version.id,
    base: base.id,
    asOf: version.asOf,
    written,
    services: services.map(({ unit, service, kind, startOre, movedOre, nextOre }) => ({
      unit,
      service,
      kind,
      startOre: startOre === null ? null : `${startOre}`,
      movedOre: `${movedOre}`,
      nextOre: nextOre === null ? null : `${nextOre}`,
    })),
    did: did.map((step) => rollStepJson(step, number, language)),
  };
}
