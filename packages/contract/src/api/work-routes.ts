import * as z from 'zod';
import { rowSchema } from '../tables/row-schema.ts';
import { tableNames } from '../tables/tables.ts';
import { editCommands } from './edit-input.ts';
import {
  alternativeId,
  cooperationName,
  dayText,
  hash,
  language,
  longText,
  moment,
  shortText,
  slugText,
  versionId,
  year,
} from './fields.ts';
import { route } from './route.ts';
import { grant } from './session-routes.ts';
import { commentRow, taskKind, taskRow } from './work-rows.ts';

const json = <T extends z.ZodType>(schema: T) => ({ status: 200, json: schema }) as const;
const made = <T extends z.ZodType>(schema: T) => ({ status: 201, json: schema }) as const;
const cooperation = { cooperation: cooperationName } as const;
const table = z.enum([...tableNames]);
const rowId = shortText(300);

const summary = z
  .strictObject({
    id: cooperationName,
    name: z.string(),
    revision: z.int(),
    years: z.array(year),
    grants: z.array(grant),
  })
  .meta({ id: 'Cooperation' });

const rowsOf = Object.fromEntries(
  tableNames.map((name) => [name, z.array(z.strictObject({ version: z.int(), row: rowSchema(name) }))]),
);

const tablesSchema = z
  .strictObject({
    revision: z.int(),
    tables: z.strictObject(rowsOf),
    withheld: z.array(z.string()).describe('rader som hviler på få og ikke er med'),
  })
  .meta({ id: 'Tables' });

/** A file of the folder: its text, or the bytes of a PNG in base64. */
const exportedFile = z.strictObject({
  path: z.string(),
  text: z.string().nullable(),
  base64: z.string().nullable(),
});

const putRow = tableNames.map((name) =>
  z.strictObject({
    op: z.literal('putRow'),
    args: z.strictObject({ table: z.literal(name), row: rowSchema(name) }),
  }),
);
type Put = (typeof putRow)[number];

/** What may stand together in one: all of it is done, or nothing. */
const simpleObjects = [
  ...editCommands,
  ...putRow,
  z.strictObject({ op: z.literal('removeRow'), args: z.strictObject({ table, id: rowId }) }),
];
const steps = z.union(simpleObjects as unknown as [Put, ...Put[]]).meta({ id: 'Step' });

const expect = z
  .record(
    z
      .string()
      .max(400)
      .regex(/^[a-zA-Z]+:.+$/),
    z.int().min(0).max(2_147_483_647),
  )
  .optional()
  .describe('«tabell:id» → versjonen raden hadde da du leste den; 0: raden skal ikke finnes');

/** What is to be done, and which versions of which rows its sender had in front of them. */
const command = z
  .union([
    ...(simpleObjects.map((each) => each.extend({ expect })) as unknown as [Put, ...Put[]]),
    z.strictObject({
      op: z.literal('revertTo'),
      args: z.strictObject({ revision: z.int().min(0) }),
      expect,
    }),
    z.strictObject({
      op: z.literal('batch'),
      args: z.strictObject({ commands: z.array(steps).min(1).max(500) }),
      expect,
    }),
  ])
  .meta({ id: 'Command' });

/** What a command did. */
export const changed = z
  .strictObject({
    revision: z.int(),
    head: hash.describe('hashen til siste oppføring i endringsloggen'),
    rows: z.array(
      z.strictObject({
        table: z.string(),
        id: z.string(),
        version: z.int().nullable().describe('null: raden er tatt bort'),
      }),
    ),
  })
  .meta({ id: 'Changed' });

const fieldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.record(z.string(), z.json())])),
  z.record(z.string(), z.json()),
]);
const someFields = z.record(z.string(), fieldValue).nullable();
/** Who did something: a user's id and the name they have now, also when they have left. Null where no person did it. */
const name = z.string().nullable().describe('navnet personen har nå; null når ingen person gjorde det');
const historyEntry = z.strictObject({
  revision: z.int(),
  at: moment,
  who: z.string(),
  name,
  op: z.string(),
  before: someFields,
  after: someFields,
});

const auditEntry = z.strictObject({
  revision: z.int(),
  at: moment,
  who: z.string(),
  name,
  op: z.string(),
  rows: z.int(),
  previousHash: z.string(),
  hash,
});

export type AuditEntryJson = z.infer<typeof auditEntry>;
const tableWord = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z]+$/);
const auditChange = z.strictObject({
  table: z.string(),
  id: z.string(),
  before: someFields.describe('null: raden var ikke der'),
  after: someFields.describe('null: raden ble tatt bort'),
});
export type AuditChangeJson = z.infer<typeof auditChange>;

const version = z.strictObject({
  id: z.string(),
  year,
  status: z.enum(['proposal', 'recommended', 'adopted', 'amended']),
  base: z.string().nullable(),
  asOf: dayText,
  isLocked: z.boolean(),
  isCurrent: z.boolean(),
});

/** The values of a register: CSV as in the folder, or JSON-stat from a bank of statistics. */
const registerFile = ['text/csv', 'application/json', 'application/octet-stream'] as const;
const registerValue = rowSchema('registerValue');
const registerProposal = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        row: registerValue,
        before: registerValue.nullable().describe('null: raden er ny'),
        version: z.int().describe('versjonen raden har; send den i expect når du lagrer'),
      }),
    ),
    unchanged: z.int(),
    others: z.array(z.string()).describe('steder i filen som ikke er kommuner i samarbeidet'),
    missing: z.array(z.strictObject({ party: z.string(), date: dayText })),
  })
  .meta({ id: 'RegisterProposal' });
export type RegisterProposalJson = z.infer<typeof registerProposal>;

/** What many people do at once: read rows, change them by commands, talk about them, and see what was done. */
export const workRoutes = {
  'cooperations.list': route(
    'GET',
    '/cooperations',
    'Samarbeidene jeg har tilgang til',
    json(z.strictObject({ cooperations: z.array(summary) })),
    {},
  ),
  'cooperation.get': route('GET', '/cooperations/{cooperation}', 'Ett samarbeid', json(summary), {
    params: cooperation,
  }),
  'tables.get': route(
    'GET',
    '/cooperations/{cooperation}/tables',
    'Alle rader med versjon, som nettleseren regner med',
    json(tablesSchema),
    { params: cooperation },
  ),
  'commands.run': route(
    'POST',
    '/cooperations/{cooperation}/commands',
    'Endre noe: alt eller ingenting, og ingenting hvis andre har endret det samme',
    json(changed),
    {
      params: cooperation,
      query: { language: language.optional() },
      body: { json: command },
      once: true,
    },
  ),
  'history.get': route(
    'GET',
    '/cooperations/{cooperation}/history/{table}/{row}',
    'Alt som er gjort med en rad, eller med ett felt i den',
    json(z.strictObject({ entries: z.array(historyEntry) })),
    {
      params: { ...cooperation, table, row: rowId },
      query: {
        field: z
          .string()
          .max(60)
          .regex(/^[a-zA-Z]+$/)
          .optional(),
      },
    },
  ),
  'audit.list': route(
    'GET',
    '/cooperations/{cooperation}/audit',
    'Endringsloggen, nyeste først',
    json(z.strictObject({ entries: z.array(auditEntry) })),
    {
      params: cooperation,
      query: {
        before: z
          .string()
          .regex(/^[1-9]\d{0,9}$/)
          .optional(),
        limit: z
          .string()
          .regex(/^(?:[1-9]\d?|100)$/)
          .optional(),
        who: shortText(200).optional().describe('bare det denne gjorde'),
        table: tableWord.optional().describe('bare det som rører denne tabellen'),
      },
    },
  ),
  'audit.entry': route(
    'GET',
    '/cooperations/{cooperation}/audit/{revision}',
    'En oppføring i endringsloggen, med radene før og etter; de første 200',
    json(auditEntry.extend({ changes: z.array(auditChange) })),
    { params: { ...cooperation, revision: z.string().regex(/^(?:0|[1-9]\d{0,9})$/) } },
  ),
  'audit.head': route(
    'GET',
    '/cooperations/{cooperation}/audit/head',
    'Hashen til siste oppføring; skriv den ned, så kan ingen ta bort slutten av loggen usett',
    json(z.strictObject({ revision: z.int(), head: z.string() })),
    { params: cooperation },
  ),
  'verification.get': route(
    'GET',
    '/cooperations/{cooperation}/verification',
    'Hold alle rader og summer mot endringsloggen',
    json(
      z.strictObject({
        entries: z.int(),
        rows: z.int(),
        head: z.string().describe('revisjon:kode, til å noteres et annet sted'),
        findings: z.array(z.strictObject({ code: z.string(), text: z.string() })),
      }),
    ),
    {
      params: cooperation,
      query: {
        head: z
          .string()
          .regex(/^\d{1,12}:[0-9a-f]{64}$/)
          .optional()
          .describe('en kode som ble notert tidligere, og skal være i loggen'),
        language: language.optional(),
      },
    },
  ),
  'versions.list': route(
    'GET',
    '/cooperations/{cooperation}/versions',
    'Budsjettversjonene',
    json(z.strictObject({ versions: z.array(version) })),
    { params: cooperation },
  ),
  'version.adopt': route(
    'POST',
    '/cooperations/{cooperation}/versions/{version}/adoption',
    'Vedta en versjon: beløpene blir fakta og låses',
    json(changed),
    {
      params: { ...cooperation, version: versionId },
      body: { json: z.strictObject({ expect }) },
      once: true,
    },
  ),
  'alternative.adopt': route(
    'POST',
    '/cooperations/{cooperation}/alternatives/{alternative}/adoption',
    'Gjør en lagret versjon gjeldende: stegene i den gjøres i budsjettet den bygger på',
    json(changed),
    {
      params: { ...cooperation, alternative: alternativeId },
      body: { json: z.strictObject({ expect }) },
      once: true,
    },
  ),
  'roll.run': route(
    'POST',
    '/cooperations/{cooperation}/rolls',
    'Rull til neste års budsjett',
    made(changed),
    { params: cooperation, body: { json: z.strictObject({ to: year }) }, once: true },
  ),
  'register.put': route(
    'PUT',
    '/cooperations/{cooperation}/registers/{register}',
    'Les inn verdiene i et register fra CSV eller JSON-stat; det som står fra før og ikke er i filen, blir stående',
    json(changed),
    {
      params: { ...cooperation, register: slugText },
      body: { bytes: registerFile, limit: 2_000_000 },
      once: true,
    },
  ),
  'register.propose': route(
    'POST',
    '/cooperations/{cooperation}/registers/{register}/proposals',
    'Hva en fil ville endret i et register; ingenting lagres',
    json(registerProposal),
    {
      params: { ...cooperation, register: slugText },
      body: { bytes: registerFile, limit: 2_000_000 },
    },
  ),
  'export.get': route(
    'GET',
    '/cooperations/{cooperation}/export',
    'Hele samarbeidet som filene i mappen',
    json(z.strictObject({ files: z.array(exportedFile) })),
    { params: cooperation },
  ),
  'comments.list': route(
    'GET',
    '/cooperations/{cooperation}/comments',
    'Kommentarene',
    json(z.strictObject({ comments: z.array(z.strictObject({ version: z.int(), row: commentRow, name })) })),
    { params: cooperation, query: { unit: slugText.optional() } },
  ),
  'comment.add': route('POST', '/cooperations/{cooperation}/comments', 'Si noe om en enhet', made(changed), {
    params: cooperation,
    body: {
      json: z.strictObject({ unit: slugText, about: shortText(300).nullable(), body: longText(20_000) }),
    },
    once: true,
  }),
  'comment.resolve': route(
    'PUT',
    '/cooperations/{cooperation}/comments/{comment}/resolved',
    'Merk en kommentar som løst, eller åpne den igjen',
    json(changed),
    {
      params: { ...cooperation, comment: rowId },
      body: { json: z.strictObject({ resolved: z.boolean(), version: z.int().min(1) }) },
    },
  ),
  'tasks.list': route(
    'GET',
    '/cooperations/{cooperation}/tasks',
    'Oppgavene: hva som mangler',
    json(z.strictObject({ tasks: z.array(z.strictObject({ version: z.int(), row: taskRow })) })),
    { params: cooperation, query: { unit: slugText.optional() } },
  ),
  'task.add': route('POST', '/cooperations/{cooperation}/tasks', 'Gi en enhet en oppgave', made(changed), {
    params: cooperation,
    body: {
      json: z.strictObject({
        unit: slugText,
        year: year.nullable(),
        kind: taskKind,
        title: shortText(200),
        due: dayText.nullable(),
        assignee: z.string().max(80).nullable().optional().describe('brukerens id; se people'),
      }),
    },
    once: true,
  }),
  'task.done': route(
    'PUT',
    '/cooperations/{cooperation}/tasks/{task}/done',
    'Merk en oppgave som gjort, eller åpne den igjen',
    json(changed),
    {
      params: { ...cooperation, task: rowId },
      body: { json: z.strictObject({ done: z.boolean(), version: z.int().min(1) }) },
    },
  ),
} as const;
