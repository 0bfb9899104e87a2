import type { Amount } from '@samstyr/core/budget/view';
import { fractionText } from '@samstyr/core/fraction/fraction';
import type { Plan } from '@samstyr/core/scenario/plan';
import type { PlanRow } from '@samstyr/core/scenario/plan-rows';
import type { PlanItem } from '@samstyr/core/scenario/plan-unpriced';
import * as z from 'zod';
import type { Language } from '../texts/language.ts';
import { planItemText } from '../texts/plan.ts';
import { oreText } from './ore-text.ts';
import { type PartyNumber, rollStepJson, rollStepSchema } from './roll.ts';

const kind = z.enum(['operating', 'investment']);
const row = z.strictObject({
  unit: z.string().nullable().describe('enhetens id; null: hele budsjettet'),
  service: z.string().nullable().describe('tjenestens id; null: summen av enhetens tjenester'),
  party: z.string().nullable().describe('kommunenummer eller navn-id; null: alle'),
  kind,
  amounts: z
    .array(
      z
        .strictObject({
          amountOre: oreText.nullable().describe('øre; null: deltar med ukjent beløp'),
          attendance: z.enum(['member', 'absent', 'unknown', 'unregistered']),
          provisional: z.boolean(),
          sensitive: z.boolean(),
          figureId: z.string(),
        })
        .nullable(),
    )
    .describe('ett for hvert år; null: ingen slik rad det året'),
});
const partyAmount = z.strictObject({ party: z.string(), amountOre: oreText });

/** `plan --json`: the years side by side, what has no price, and investments by themselves. */
export const planSchema = z.strictObject({
  cooperation: z.string(),
  prices: z.enum(['fixed', 'current']),
  years: z.array(
    z.strictObject({
      year: z.int(),
      version: z.string(),
      rolled: z.boolean().describe('året har ikke eget budsjett og er rullet fra året før'),
      did: z.array(rollStepSchema),
    }),
  ),
  rows: z.array(row),
  totals: z.array(row),
  unpriced: z.array(
    z.strictObject({
      unit: z.string(),
      service: z.string(),
      what: z.enum(['change', 'growth']),
      kind: z.string(),
      party: z.string().nullable(),
      ratePercent: z.string().nullable(),
      from: z.string().nullable(),
      until: z.string().nullable().describe('til, men ikke med'),
      years: z.array(z.int()).describe('årene i planen det gjelder'),
      includedIn: z.array(z.int()).describe('årene der de oppgitte beløpene har det i seg'),
      row: z.string(),
      file: z.string().nullable(),
      line: z.int().nullable(),
      text: z.string(),
    }),
  ),
  investments: z.array(
    z.strictObject({
      year: z.int(),
      version: z.string(),
      unit: z.string(),
      service: z.string(),
      grossOre: oreText.describe('innskudd + tilskudd utenfra + rest'),
      contributions: z.array(partyAmount),
      external: z.array(z.strictObject({ funder: z.string(), amountOre: oreText })),
      restOre: oreText,
      rest: z.array(partyAmount),
    }),
  ),
});

const amountJson = (amount: Amount | null) =>
  amount === null
    ? null
    : {
        amountOre: amount.ore === null ? null : `${amount.ore}`,
        attendance: amount.attendance,
        provisional: amount.provisional !== null,
        sensitive: amount.sensitive,
        figureId: amount.figureId,
      };

/** Whether something without a price concerns a party: it takes part in the service, and the change is not another's own. */
export const concerns = (plan: Plan, item: PlanItem, party: string | null): boolean =>
  party === null ||
  (plan.rows.some((one) => one.service === item.service && one.party === party) &&
    (item.what === 'growth' || item.party === null || item.party === party));

/** A plan as JSON; with a party, only its rows and the sums, and what concerns everybody or it. */
export function planJson(
  plan: Plan,
  party: string | null,
  number: PartyNumber,
  language: Language,
): z.infer<typeof planSchema> {
  const isWanted = (whose: string | null): boolean => party === null || whose === null || whose === party;
  const rowJson = (one: PlanRow) => ({
    unit: one.unit,
    service: one.service,
    party: one.party === null ? null : number(one.party),
    kind: one.kind,
    amounts: one.amounts.map(amountJson),
  });
  const parts = (some: readonly { readonly party: string; readonly amountOre: bigint }[]) =>
    some
      .filter((part) => isWanted(part.party))
      .map((part) => ({ party: number(part.party), amountOre: `${part.amountOre}` }));
  const itemJson = (item: PlanItem) => ({
    unit: item.unit,
    service: item.service,
    what: item.what,
    kind: item.what === 'change' ? item.kind : item.growth,
    party: item.what === 'change' && item.party !== null ? number(item.party) : null,
    ratePercent: item.what === 'growth' ? fractionText(item.ratePercent) : null,
    from: item.from,
    until: item.what === 'change' ? item.until : null,
    years: [...item.years],
    includedIn: [...item.includedIn],
    row: item.source.id,
    file: item.source.origin?.file ?? null,
    line: item.source.origin?.line ?? null,
    text: planItemText(item, item.years, language),
  });
  return {
    cooperation: plan.cooperation,
    prices: plan.prices,
    years: plan.years.map(({ year, version, isRolled, did }) => ({
      year,
      version: version.id,
      rolled: isRolled,
      did: did.map((step) => rollStepJson(step, number, language)),
    })),
    rows: plan.rows.filter((one) => isWanted(one.party)).map(rowJson),
    totals: plan.totals.filter((one) => isWanted(one.party)).map(rowJson),
    unpriced: plan.unpriced.filter((item) => item.what === 'growth' || isWanted(item.party)).map(itemJson),
    investments: plan.investments.map(({ year, version, unit, service, grossOre, restOre, ...paid }) => ({
      year,
      version,
      unit,
      service,
      grossOre: `${grossOre}`,
      contributions: parts(paid.contributions),
      external: paid.external.map(({ funder, amountOre }) => ({ funder, amountOre: `${amountOre}` })),
      restOre: `${restOre}`,
      rest: parts(paid.rest),
    })),
  };
}
