import * as z from 'zod';
import { checkReportSchema } from '../check-findings.ts';
import { overviewSchema } from '../json/overview.ts';
import { cooperationName, fileName, hash, language, moment, randomId, year } from './fields.ts';
import { route } from './route.ts';

const json = <T extends z.ZodType>(schema: T) => ({ status: 200, json: schema }) as const;
const cooperation = { cooperation: cooperationName } as const;
const documentFormat = z.enum(['html', 'pdf', 'docx', 'xlsx', 'data']);
const formats = z.array(documentFormat).min(1).max(5);
/** How much of the budget is in it. */
const edition = z
  .string()
  .max(100)
  .regex(/^(?:full|summary|municipality:[^\p{Cc}]{1,80})$/u)
  .describe('full, summary eller municipality:NAVN, der NAVN er kommunens navn, nummer eller navn-id');

const file = z.strictObject({ name: z.string(), type: z.string(), bytes: z.int(), sha256: hash });

export const jobSchema = z
  .strictObject({
    id: randomId,
    kind: z.enum(['documents', 'publication', 'import', 'draft', 'check']),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.int().describe('steg som er gjort'),
    of: z.int(),
    step: z.string().nullable().describe('hva den holder på med'),
    madeAt: moment,
    endedAt: moment.nullable(),
    files: z.array(file),
    problems: z.array(z.string()).describe('hvorfor den stoppet, i ord'),
    report: checkReportSchema.nullable(),
    cooperation: cooperationName.nullable().describe('samarbeidet en import eller et utkast har laget'),
    publication: hash.nullable().describe('det som ble publisert'),
    questions: z.array(z.string()).describe('det et utkast lar stå åpent, som en person må svare på'),
  })
  .meta({ id: 'Job' });
export type JobJson = z.infer<typeof jobSchema>;

const publication = z
  .strictObject({
    id: hash.describe('hashen av innholdet: adressen endrer seg aldri'),
    cooperation: cooperationName,
    name: z.string(),
    year,
    version: z.string(),
    language,
    edition: z.string().describe('full, summary eller municipality:ID'),
    publishedAt: moment,
    auditHead: z.string(),
    files: z.array(file),
  })
  .meta({ id: 'Publication' });
export type PublicationJson = z.infer<typeof publication>;
const publicationOfOurs = publication
  .extend({ by: z.string().describe('den som publiserte') })
  .meta({ id: 'PublicationOfOurs' });
export type PublicationOfOursJson = z.infer<typeof publicationOfOurs>;

const started = { status: 202, json: jobSchema } as const;
const fileBytes = { status: 200, bytes: 'application/octet-stream' } as const;

/** A document somebody has published: docx, xlsx, html, pdf, md or txt. */
const published = {
  bytes: ['application/octet-stream', 'text/plain', 'text/markdown'],
  limit: 20_000_000,
} as const;

/** What takes a while, and what is published for everybody. */
export const jobRoutes = {
  'documents.make': route('POST', '/cooperations/{cooperation}/documents', 'Lag dokumentene', started, {
    params: cooperation,
    body: {
      json: z.strictObject({
        year,
        language,
        formats,
        audience: z.enum(['public', 'internal']),
        edition: edition.optional(),
        archive: z.boolean().optional().describe('også PDF-en som arkivkopi (PDF/A-2a)'),
      }),
    },
    once: true,
  }),
  'check.upload': route(
    'POST',
    '/cooperations/{cooperation}/checks',
    'Kontroller et publisert dokument; funnene kommer også som nettside, og i en kopi av en arbeidsbok',
    started,
    {
      params: cooperation,
      query: { name: fileName, language: language.optional() },
      body: published,
      once: true,
    },
  ),
  'jobs.list': route(
    'GET',
    '/cooperations/{cooperation}/jobs',
    'Jobbene mine, nyeste først',
    json(z.strictObject({ jobs: z.array(jobSchema) })),
    { params: cooperation },
  ),
  'job.get': route('GET', '/cooperations/{cooperation}/jobs/{job}', 'En jobb', json(jobSchema), {
    params: { ...cooperation, job: randomId },
  }),
  'job.cancel': route('DELETE', '/cooperations/{cooperation}/jobs/{job}', 'Avbryt en jobb', json(jobSchema), {
    params: { ...cooperation, job: randomId },
  }),
  'job.file': route(
    'GET',
    '/cooperations/{cooperation}/jobs/{job}/files/{name}',
    'En fil fra en jobb',
    fileBytes,
    {
      params: { ...cooperation, job: randomId, name: fileName },
    },
  ),
  'import.start': route('POST', '/imports', 'Les inn et nytt samarbeid fra en zip-fil med mappen', started, {
    query: {
      name: cooperationName.optional().describe('et annet kortnavn enn det som står i mappen'),
      language: language.optional().describe('språket problemene fortelles på'),
    },
    body: { bytes: ['application/zip'], limit: 20_000_000 },
    once: true,
  }),
  'draft.start': route(
    'POST',
    '/drafts',
    'Lag et utkast til samarbeid av et publisert fellesbudsjett; følg det som en import',
    started,
    { query: { name: fileName, language: language.optional() }, body: published, once: true },
  ),
  'import.get': route('GET', '/imports/{job}', 'Hvordan importen går', json(jobSchema), {
    params: { job: randomId },
  }),
  'publications.make': route(
    'POST',
    '/cooperations/{cooperation}/publications',
    'Publiser: frys, regn ut hash, og gi en adresse som aldri endres',
    started,
    {
      params: cooperation,
      body: { json: z.strictObject({ year, language, formats, edition: edition.optional() }) },
      once: true,
    },
  ),
  'publications.list': route(
    'GET',
    '/cooperations/{cooperation}/publications',
    'Det samarbeidet har publisert, med hvem som gjorde det',
    json(z.strictObject({ publications: z.array(publicationOfOurs) })),
    { params: cooperation },
  ),
  'public.list': route(
    'GET',
    '/public/publications',
    'Alt som er publisert; ingen innlogging',
    json(z.strictObject({ publications: z.array(publication) })),
    { query: { cooperation: cooperationName.optional() } },
  ),
  'public.get': route(
    'GET',
    '/public/publications/{publication}',
    'En publisert versjon',
    json(publication),
    {
      params: { publication: hash },
    },
  ),
  'public.overview': route(
    'GET',
    '/public/publications/{publication}/overview',
    'Tallene i en publisert versjon, uten det som hviler på få',
    json(overviewSchema.extend({ withheld: z.array(z.string()) })),
    { params: { publication: hash } },
  ),
  'public.file': route(
    'GET',
    '/public/publications/{publication}/files/{name}',
    'En publisert fil',
    fileBytes,
    {
      params: { publication: hash, name: fileName },
    },
  ),
} as const;
