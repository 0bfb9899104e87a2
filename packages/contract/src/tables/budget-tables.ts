import type { AlternativeRow } from '@samstyr/core/model/alternative-row';
import type {
  AdoptedRow,
  ChangeRow,
  FrameRow,
  GrowthRow,
  LineRow,
  PriceRow,
  TotalRow,
  VersionRow,
  VolumeRow,
} from '@samstyr/core/model/rows';
import * as c from './column.ts';
import { bases } from './cooperation-tables.ts';
import type { TableSpec } from './table.ts';

const rowId = c.slug('Id', 'Radens egen id; skrives av programmet når den mangler.', 9);
const version = c.reference('version', 'Versjon', 'Budsjettversjonens id: 2025.recommended.');
const service = c.reference('service', 'Tjeneste', 'Tjenestens id: nav/drift.');
const party = c.reference('party', 'Part', 'Partens kortnavn eller kommunenummer.');
const sensitive = c.flag('Skjermet', 'yes: hviler på få personer og vises bare internt.');
const from = c.nullable(c.dayOf('Fra', 'Første dag. Tomt: hele året.'));
const until = c.nullable(c.dayOf('Til', 'Dagen etter siste dag. Tomt: ut året.'));

export const versionTable: TableSpec<VersionRow> = {
  title: 'Budsjettversjoner',
  description:
    'En versjon av et års budsjett. Til og med recommended beregnes den; fra adopted ligger den fast.',
  home: { in: 'csv', file: 'versions.csv' },
  idFrom: ['year', 'status'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'År og status: 2025.recommended.'),
    year: c.year('År', 'Budsjettåret.'),
    status: c.choice(
      ['proposal', 'recommended', 'adopted', 'amended'],
      'Status',
      'Forslag, innstilt, vedtatt eller endret.',
    ),
    base: c.nullable(c.reference('version', 'Bygger på', 'Fjorårets versjon, eller en tidligere samme år.')),
    asOf: c.dayOf('Kunnskap per', 'Dagen versjonen regnes med: nøkler og registre kjent da.'),
    note: c.note,
  },
};

export const frameTable: TableSpec<FrameRow> = {
  title: 'Rammer',
  description: 'Rammen en enhet har fått i en versjon.',
  home: { in: 'csv', file: 'frames.csv' },
  idFrom: ['version', 'unit'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    unit: c.reference('unit', 'Enhet', 'Enhetens id.'),
    amountOre: c.amount('Beløp', 'I kroner.'),
    note: c.note,
  },
};

export const alternativeTable: TableSpec<AlternativeRow> = {
  title: 'Lagrede versjoner',
  description:
    'En versjon ved siden av et åpent budsjett: stegene som fører dit fra versjonen den bygger på.',
  home: { in: 'csv', file: 'alternatives.csv' },
  idFrom: ['name'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Kort navn: 2025.felles-legevakt.'),
    base: c.reference('version', 'Bygger på', 'Budsjettversjonens id: 2025.recommended.'),
    name: c.text('Navn', 'Det versjonen kalles.'),
    why: c.nullable(c.prose('Hvorfor', 'Hva man vil oppnå.')),
    edits: c.edits('Steg', 'Stegene i endringsspråket, som JSON: [{"op":"leave",…}].'),
  },
};

export const lineTable: TableSpec<LineRow> = {
  title: 'Budsjettlinjer',
  description: 'En tjenestes linjer i en versjon. Kostnad er positiv, inntekt negativ.',
  home: { in: 'unit-csv', file: 'lines.csv' },
  idFrom: ['service', 'version', 'distribution', 'party', 'label'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    distribution: c.choice(
      ['shared', 'direct', 'agreed', 'contribution', 'memo'],
      'Fordeling',
      'shared: fordeles etter nøkkelen · direct: én parts egen kostnad · agreed: avtalt del · contribution: betales først av én · memo: vises bare.',
    ),
    party: c.nullable(c.reference('party', 'Part', 'Den som betaler, når linjen ikke fordeles.')),
    amountOre: c.amount('Beløp', 'I kroner: 1234.50.'),
    label: c.nullable(c.text('Benevning', 'Linjens navn slik eieren skrev det.')),
    funksjon: c.nullable(c.digits(3, 'Funksjon', 'KOSTRA-funksjon, tre sifre.')),
    art: c.nullable(c.digits(3, 'Art', 'KOSTRA-art, tre sifre.')),
    ansvar: c.nullable(c.code('Ansvar', 'Ansvaret i regnskapet.')),
    sensitive,
    note: c.note,
  },
};

export const totalTable: TableSpec<TotalRow> = {
  title: 'Totaler',
  description:
    'En tjenestes kostnad når bare totalen er kjent. Brutto: direkte beløp og ekstern finansiering er med.',
  home: { in: 'unit-csv', file: 'totals.csv' },
  idFrom: ['service', 'version'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    amountOre: c.amount('Beløp', 'I kroner: 1234.50.'),
    basis: c.choice(bases, 'Grunnlag', 'Publisert, utledet eller antatt.'),
    note: c.note,
  },
};

export const adoptedTable: TableSpec<AdoptedRow> = {
  title: 'Vedtatte deler',
  description: 'En parts vedtatte del av en tjeneste: et faktum som ligger fast.',
  home: { in: 'unit-csv', file: 'adopted.csv' },
  idFrom: ['service', 'version', 'party'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    party,
    amountOre: c.nullable(c.amount('Beløp', 'I kroner. Tomt: parten er med, men beløpet er ikke kjent.')),
    sensitive,
    note: c.note,
  },
};

export const changeTable: TableSpec<ChangeRow> = {
  title: 'Endringer',
  description: 'Endringer fra året før.',
  home: { in: 'unit-csv', file: 'changes.csv' },
  idFrom: ['service', 'version', 'kind', 'party', 'reason'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    party: c.nullable(c.reference('party', 'Part', 'Når endringen gjelder én part.')),
    kind: c.choice(
      [
        ...(['wage', 'price', 'deflator', 'fullYear', 'volume', 'technical'] as const),
        ...(['correction', 'measure', 'saving', 'key', 'member', 'oneOff'] as const),
      ],
      'Slag',
      'Lønnsvekst, prisvekst, deflator, helårseffekt, volum, teknisk, korrigering, tiltak, innsparing, nøkkel, medlem eller engangs.',
    ),
    amountOre: c.nullable(c.amount('Beløp', 'Beløpet for et helt år. Tomt: kjent, men ikke priset.')),
    from,
    until,
    oneOff: c.flag('Engangs', 'yes: beløpet går ut igjen neste år.'),
    counterpart: c.nullable(c.reference('service', 'Motpost', 'Tjenesten som får det motsatte beløpet.')),
    reason: c.nullable(c.prose('Begrunnelse', 'Hvorfor.')),
    proposer: c.nullable(c.text('Forslagsstiller', 'Hvem som har foreslått den.')),
    status: c.choice(
      ['proposed', 'accepted', 'adjusted', 'rejected'],
      'Status',
      'Foreslått, godtatt, justert eller avvist.',
    ),
    proposedOre: c.nullable(c.amount('Foreslått', 'Beløpet som ble foreslått før justering.')),
    includedOre: c.nullable(
      c.amount('Allerede med', 'Hvor mye av endringen en gitt total har i seg. Tomt: alt.'),
    ),
    note: c.note,
  },
};

export const growthTable: TableSpec<GrowthRow> = {
  title: 'Vekst',
  description: 'Lønns- og prisforutsetninger. Årets virkning er grunnlag × sats × (13 − måned)/12.',
  home: { in: 'unit-csv', file: 'growth.csv' },
  idFrom: ['service', 'version', 'kind', 'from'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    kind: c.choice(['wage', 'price', 'deflator', 'income'], 'Slag', 'Lønn, pris, deflator eller inntekt.'),
    ratePercent: c.decimal('Sats', 'I prosent: 4.6.'),
    from: c.dayOf('Fra', 'Første dag veksten virker.'),
    baseOre: c.nullable(c.amount('Grunnlag', 'I kroner. Tomt: en forutsetning uten pris.')),
    includedOre: c.nullable(
      c.amount('Allerede med', 'Hvor mye av virkningen en gitt total har i seg. Tomt: alt.'),
    ),
    published: c.nullable(c.dayOf('Publisert', 'Når prognosen ble laget.')),
    note: c.note,
  },
};

export const priceTable: TableSpec<PriceRow> = {
  title: 'Priser',
  description: 'Hva én av measure koster i en periode.',
  home: { in: 'unit-csv', file: 'prices.csv' },
  idFrom: ['service', 'measure', 'party', 'from', 'published'],
  fromPath: [],
  columns: {
    id: rowId,
    service,
    measure: c.text('Mål', 'Det som prises: plass, døgn, årsverk.'),
    party: c.nullable(c.reference('party', 'Part', 'Tomt: samme pris for alle.')),
    from,
    until,
    priceOre: c.amount('Pris', 'I kroner.'),
    published: c.nullable(c.dayOf('Publisert', 'Når prisen ble kjent.')),
    note: c.note,
  },
};

export const volumeTable: TableSpec<VolumeRow> = {
  title: 'Volumer',
  description: 'Hvor mange av measure en part har i en periode av året.',
  home: { in: 'unit-csv', file: 'volumes.csv' },
  idFrom: ['service', 'version', 'measure', 'party', 'from'],
  fromPath: [],
  columns: {
    id: rowId,
    version,
    service,
    party,
    measure: c.text('Mål', 'Det som telles: plass, døgn, årsverk.'),
    from,
    until,
    count: c.decimal('Antall', 'Hvor mange.'),
    sensitive,
    note: c.note,
  },
};
