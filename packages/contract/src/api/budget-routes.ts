import * as z from 'zod';
import { roundActs } from '../desk/round.ts';
import { folderReportSchema } from '../json/check-folder.ts';
import { explanationSchema } from '../json/explanation.ts';
import { fitSchema } from '../json/fit-key.ts';
import { oreText } from '../json/ore-text.ts';
import { overviewSchema } from '../json/overview.ts';
import { planSchema } from '../json/plan.ts';
import { rollSchema } from '../json/roll.ts';
import { whatIfSchema } from '../json/whatif.ts';
import { editInput } from './edit-input.ts';
import {
  cooperationName,
  language,
  moment,
  rounding,
  shortText,
  slugText,
  versionId,
  year,
  yearText,
} from './fields.ts';
import { route } from './route.ts';

const json = <T extends z.ZodType>(schema: T) => ({ status: 200, json: schema }) as const;
const cooperation = { cooperation: cooperationName } as const;
const ofYear = { ...cooperation, year: yearText } as const;
const said = { language: language.optional(), rounding: rounding.optional() } as const;
const party = shortText(80).describe('kommunenummer, navn-id eller navn');
const figure = shortText(300).describe('tall-id, med / skrevet %2F');

/** What a reader who may not see figures that rest on few gets beside the figures: what is left out. */
const withheld = z
  .array(z.string())
  .describe('tall-id-er som hviler på få og er tatt ut: beløpene deres er tomme eller radene borte');
const withWithheld = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) => schema.extend({ withheld });

/** One figure: what it is called and what it is. */
const figureSchema = z.strictObject({
  figureId: z.string(),
  label: z.string(),
  amountOre: oreText.nullable(),
  value: z.string().describe('det eksakte tallet som brøk'),
  unit: z.string(),
});

const progress = z
  .strictObject({
    year,
    version: z.string(),
    units: z.array(
      z.strictObject({
        unit: z.string(),
        name: z.string(),
        status: z
          .enum(['notStarted', 'inProgress', 'delivered', 'checked'])
          .describe(
            'notStarted: ingenting er skrevet for året; inProgress: noe er; delivered: lederen har levert; checked: controlleren har kontrollert. Har ingen sagt noe: levert når enhetens oppgaver for året er gjort, kontrollert når også forslagene er avgjort',
          ),
        said: z
          .strictObject({
            act: z.enum(roundActs),
            at: moment,
            name: z.string().nullable(),
            reason: z.string().nullable(),
          })
          .nullable()
          .describe('det siste som er sagt: levert, tatt tilbake, kontrollert eller sendt tilbake'),
        texts: z.strictObject({ written: z.int(), previousYear: z.int() }),
        changes: z.strictObject({ proposed: z.int(), settled: z.int(), unpriced: z.int() }),
        tasks: z.strictObject({ open: z.int(), done: z.int() }),
        frameOre: oreText.nullable(),
        acceptedOre: oreText,
      }),
    ),
    isReady: z.boolean(),
  })
  .meta({ id: 'Progress' });

const depth = z
  .string()
  .regex(/^\d{1,2}$/)
  .optional();

/** Everything that reads the budget; nothing here is saved. */
export const budgetRoutes = {
  'overview.get': route(
    'GET',
    '/cooperations/{cooperation}/budgets/{year}/overview',
    'Oversikten, eller én kommunes regning',
    json(withWithheld(overviewSchema)),
    { params: ofYear, query: { ...said, version: versionId.optional(), party: party.optional() } },
  ),
  'bill.get': route(
    'GET',
    '/cooperations/{cooperation}/budgets/{year}/bills/{party}',
    'Alt én kommune betaler',
    json(withWithheld(overviewSchema)),
    { params: { ...ofYear, party }, query: said },
  ),
  'figure.get': route('GET', '/cooperations/{cooperation}/figures/{figure}', 'Ett tall', json(figureSchema), {
    params: { ...cooperation, figure },
    query: said,
  }),
  'explanation.get': route(
    'GET',
    '/cooperations/{cooperation}/figures/{figure}/explanation',
    'Hvordan et tall er blitt til',
    json(explanationSchema),
    {
      params: { ...cooperation, figure },
      query: {
        ...said,
        depth,
      },
    },
  ),
  'whatif.run': route(
    'POST',
    '/cooperations/{cooperation}/budgets/{year}/whatif',
    'Det samme budsjettet etter endringer; ingenting lagres',
    json(
      withWithheld(whatIfSchema).extend({
        warnings: z.array(z.strictObject({ code: z.string(), text: z.string() })),
      }),
    ),
    {
      params: ofYear,
      query: said,
      body: { json: z.strictObject({ edits: z.array(editInput).max(200) }) },
    },
  ),
  'whatif.explain': route(
    'POST',
    '/cooperations/{cooperation}/budgets/{year}/whatif/explanation',
    'Hvordan et tall ville bli til etter endringer; ingenting lagres',
    json(explanationSchema),
    {
      params: ofYear,
      query: { ...said, depth },
      body: { json: z.strictObject({ figure, edits: z.array(editInput).max(200) }) },
    },
  ),
  'plan.get': route(
    'GET',
    '/cooperations/{cooperation}/budgets/{year}/plan',
    'Økonomiplanen: budsjettet og de tre årene etter',
    json(planSchema),
    {
      params: ofYear,
      query: { ...said, prices: z.enum(['fixed', 'current']).optional(), party: party.optional() },
    },
  ),
  'fit.get': route(
    'GET',
    '/cooperations/{cooperation}/budgets/{year}/key-fit',
    'Hvilken nøkkel som gir tjenestens beløp',
    json(fitSchema.extend({ notes: z.array(z.strictObject({ code: z.string(), text: z.string() })) })),
    { params: ofYear, query: { service: slugText, language: language.optional() } },
  ),
  'roll.preview': route(
    'GET',
    '/cooperations/{cooperation}/rolls/{year}',
    'Hva rulling til året vil gjøre; ingenting lagres',
    json(rollSchema),
    { params: ofYear, query: { language: language.optional() } },
  ),
  'findings.get': route(
    'GET',
    '/cooperations/{cooperation}/findings',
    'Funn: det som ikke stemmer',
    json(folderReportSchema),
    { params: cooperation, query: { language: language.optional() } },
  ),
  'progress.get': route(
    'GET',
    '/cooperations/{cooperation}/budgets/{year}/progress',
    'Hvor langt budsjettrunden er kommet, enhet for enhet',
    json(progress),
    { params: ofYear },
  ),
} as const;
