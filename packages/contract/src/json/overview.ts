import type { Amount, Overview, OverviewRow } from '@samstyr/core/budget/view';
import * as z from 'zod';
import { oreText } from './ore-text.ts';

const amount = z.strictObject({
  attendance: z.enum(['member', 'absent', 'unknown', 'unregistered']),
  sensitive: z.boolean(),
});

const row = z.strictObject({
  unit: z.string().nullable().describe('enhetens id; null: hele budsjettet'),
  service: z.string().nullable().describe('tjenestens id; null: summen av enhetens tjenester'),
  party: z.string().nullable().describe('kommunenummer eller navn-id; null: alle'),
  kind: z.enum(['operating', 'investment']),
  previousOre: oreText.nullable().describe('øre i fjor; null: deltar med ukjent beløp'),
  currentOre: oreText.nullable().describe('øre i år; null: deltar med ukjent beløp'),
  changeOre: oreText,
  provisional: z.boolean().describe('et vedtak eller et register mangler ennå'),
  inForceOre: oreText
    .nullable()
    .describe('beløpet etter nøkkelen som gjelder i dag, når en ny nøkkel avventes'),
  ifAdoptedOre: oreText
    .nullable()
    .describe('beløpet når alle har vedtatt en sak som venter, og som budsjettet ikke forutsetter'),
  awaiting: z.array(z.string()).describe('kommunene det ventes på'),
  previous: amount,
  current: amount,
  figureId: z.string(),
});

/** `overview --json`: the matrix with its exact sums; amounts are strings of øre. */
export const overviewSchema = z.strictObject({
  cooperation: z.string(),
  year: z.int(),
  version: z.string(),
  previousVersion: z.string().nullable(),
  parties: z.array(z.strictObject({ party: z.string(), name: z.string(), column: z.boolean() })),
  rows: z.array(row),
  totals: z.array(row),
});

/** The overview as JSON; with a party, only its rows and the sums. */
export function overviewJson(view: Overview, party: string | null): z.infer<typeof overviewSchema> {
  const numbers = new Map(view.parties.map((one) => [one.party, one.number]));
  const wanted = (one: OverviewRow): boolean => party === null || one.party === null || one.party === party;
  const side = ({ attendance, sensitive }: Amount) => ({ attendance, sensitive });
  const rowJson = (one: OverviewRow) => ({
    unit: one.unit,
    service: one.service,
    party: one.party === null ? null : (numbers.get(one.party) ?? one.party),
    kind: one.kind,
    previousOre: one.previous.ore === null ? null : `${one.previous.ore}`,
    currentOre: one.current.ore === null ? null : `${one.current.ore}`,
    changeOre: `${one.changeOre}`,
    provisional: one.current.provisional !== null,
    inForceOre: one.current.provisional?.inForceOre == null ? null : `${one.current.provisional.inForceOre}`,
    ifAdoptedOre: one.current.waiting?.adoptedOre == null ? null : `${one.current.waiting.adoptedOre}`,
    awaiting: [
      ...new Set([...(one.current.provisional?.awaiting ?? []), ...(one.current.waiting?.awaiting ?? [])]),
    ],
    previous: side(one.previous),
    current: side(one.current),
    figureId: one.figureId,
  });
  return {
    cooperation: view.cooperation,
    year: view.year,
    version: view.version.id,
    previousVersion: view.previousVersion?.id ?? null,
    parties: view.parties
      .filter((one) => party === null || one.party === party)
      .map(({ number, name, column }) => ({ party: number, name, column })),
    rows: view.rows.filter(wanted).map(rowJson),
    totals: view.totals.filter(wanted).map(rowJson),
  };
}
