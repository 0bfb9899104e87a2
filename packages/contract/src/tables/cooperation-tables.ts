import type {
  AppearanceRow,
  AssetRow,
  CooperationRow,
  PartyRow,
  PublishedRow,
  RegisterRow,
  RegisterValueRow,
  TextRow,
  UnitGroupRow,
} from '@samstyr/core/model/rows';
import * as c from './column.ts';
import type { TableSpec } from './table.ts';

export const bases = ['published', 'derived', 'assumed'] as const;
export const roundingModes = ['largestRemainder', 'hostTakesRest'] as const;
export const serviceKinds = ['operating', 'investment'] as const;

export const cooperationTable: TableSpec<CooperationRow> = {
  title: 'Samarbeidet',
  description: 'Samarbeidet selv: én rad, i cooperation.yaml.',
  home: { in: 'yaml-fields', file: 'cooperation' },
  idFrom: ['name'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Samarbeidets faste kortnavn, med små bokstaver: vaernesregionen.'),
    name: c.text('Navn', 'Samarbeidets navn på bokmål.'),
    nameNn: c.nullable(c.text('Navn på nynorsk', 'Tomt: bokmålsnavnet brukes.')),
    nameEn: c.nullable(c.text('Navn på engelsk', 'Tomt: bokmålsnavnet brukes.')),
    office: c.reference('party', 'Kontorkommune', 'Parten som fører fellesbudsjettet.'),
    languages: c.listOf(c.choice<string>(['nb', 'nn', 'en'], 'Språk', 'Språkene dokumentene lages på.')),
    roundingUnitOre: c.amount(
      'Avrundingsenhet',
      'Andelene avrundes til hele slike, i kroner: 1.00, 500.00, 1000.00. Gjelder der en enhets avtale ikke sier noe.',
    ),
    roundingMode: c.choice(roundingModes, 'Avrundingsmåte', 'Hvem som får det som blir til overs.'),
    accent: c.nullable(
      c.colour('Farge', 'Aksentfargen på sider og dokumenter, #14506B. Tomt: Samstyrs egen.'),
    ),
    note: c.note,
  },
};

export const partyTable: TableSpec<PartyRow> = {
  title: 'Parter',
  description:
    'De som betaler. Én rad for hver periode navn og nummer var de samme; party er det faste kortnavnet.',
  home: { in: 'csv', file: 'parties.csv' },
  idFrom: ['party', 'from'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Radens egen id.', 9),
    party: c.slug(
      'Part',
      'Partens faste kortnavn: stjordal. Endres aldri, heller ikke når kommunenummeret gjør det.',
    ),
    kind: c.choice(
      ['municipality', 'county', 'state', 'health-trust', 'parish', 'company', 'association'],
      'Slag',
      'Kommune, fylkeskommune, stat, helseforetak, menighet, selskap eller forening.',
    ),
    name: c.text('Navn', 'Navnet i perioden.'),
    kommunenummer: c.nullable(c.digits(4, 'Kommunenummer', 'Fire sifre, med null foran: 0301.')),
    orgnr: c.nullable(c.digits(9, 'Organisasjonsnummer', 'Ni sifre.')),
    from: c.nullable(c.dayOf('Fra', 'Første dag navnet og nummeret gjelder. Tomt: har alltid gjeldt.')),
    until: c.nullable(c.dayOf('Til', 'Dagen etter siste dag. Tomt: gjelder fortsatt.')),
    column: c.flag('Egen kolonne', 'yes: parten har sin egen kolonne i oversikten.'),
    note: c.note,
  },
};

export const appearanceTable: TableSpec<AppearanceRow> = {
  title: 'Utseende',
  description:
    'En kommunes farge og kommunevåpen i dokumentene. Én rad for hver part som har sitt eget; den følger parten gjennom navnebytter.',
  home: { in: 'yaml-list', file: 'cooperation', list: 'appearances', flow: false },
  idFrom: ['party'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Radens egen id.', 9),
    party: c.reference('party', 'Part', 'Parten det gjelder.'),
    colour: c.nullable(
      c.colour(
        'Farge',
        'Aksentfargen i kommunens utgave og på dens side, #14506B. Kontrasten mot bakgrunnen må være minst 4,5. Tomt: samarbeidets farge.',
      ),
    ),
    arms: c.nullable(
      c.reference('asset', 'Kommunevåpen', 'En SVG eller PNG i samarbeidets mappe: arms/selbu.svg.'),
    ),
    note: c.note,
  },
};

export const assetTable: TableSpec<AssetRow> = {
  title: 'Bilder',
  description: 'Bildefilene i mappen arms, høyst 200 kB hver. Filen leses byte for byte.',
  home: { in: 'picture', folder: 'arms' },
  idFrom: [],
  fromPath: ['id'],
  columns: {
    id: c.slug('Fil', 'Filens sti i mappen: arms/selbu.svg.', 2),
    content: c.file('Innhold', 'Teksten i en SVG slik den står, eller en PNG i base64.'),
  },
};

export const registerTable: TableSpec<RegisterRow> = {
  title: 'Registre',
  description: 'Det som telles: innbyggere, eiendommer, piper. Verdiene står i registers/<id>.csv.',
  home: { in: 'yaml-list', file: 'cooperation', list: 'registers', flow: false },
  idFrom: ['name'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Registerets kortnavn og filnavn: population.'),
    name: c.text('Navn', 'Registerets navn på bokmål.'),
    nameNn: c.nullable(c.text('Navn på nynorsk', 'Tomt: bokmålsnavnet brukes.')),
    nameEn: c.nullable(c.text('Navn på engelsk', 'Tomt: bokmålsnavnet brukes.')),
    unit: c.text('Enhet', 'Det som telles, i entall: innbygger.'),
    units: c.text('Enheter', 'Det som telles, i flertall: innbyggere.'),
    source: c.nullable(c.text('Kilde', 'Hvor tallene kommer fra.')),
    note: c.note,
  },
};

export const registerValueTable: TableSpec<RegisterValueRow> = {
  title: 'Registerverdier',
  description: 'En parts verdi på en dato. En rad som mangler, mangler; den er aldri 0.',
  home: { in: 'csv-each', folder: 'registers', field: 'register' },
  idFrom: ['register', 'date', 'group', 'party', 'published'],
  fromPath: ['register'],
  columns: {
    id: c.slug('Id', 'Radens egen id.', 9),
    register: c.reference('register', 'Register', 'Sies av filnavnet.'),
    party: c.reference('party', 'Part', 'Partens kortnavn eller kommunenummer.'),
    date: c.dayOf('Dato', 'Dagen verdien gjelder: 2024-01-01.'),
    group: c.nullable(c.text('Gruppe', 'Delen av registeret, for eksempel aldersgruppen 0-15. Tomt: hele.')),
    value: c.decimal('Verdi', 'Antallet. Aldri negativt.'),
    basis: c.choice(bases, 'Grunnlag', 'Publisert, utledet av publiserte tall, eller antatt.'),
    source: c.nullable(c.text('Kilde', 'Hvor verdien kommer fra, eller hvordan den er utledet.')),
    published: c.nullable(c.dayOf('Publisert', 'Når verdien ble kjent. Tomt: kjent fra sin egen dato.')),
    note: c.note,
  },
};

export const unitGroupTable: TableSpec<UnitGroupRow> = {
  title: 'Grupper av enheter',
  description: 'Hva gruppene heter på andre språk. En gruppe uten rad står på bokmål i alle.',
  home: { in: 'yaml-list', file: 'cooperation', list: 'groups', flow: false },
  idFrom: ['name'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Radens egen id.', 9),
    name: c.text('Navn', 'Gruppens navn på bokmål, slik enhetene skriver det under group.'),
    nameNn: c.nullable(c.text('Navn på nynorsk', 'Tomt: bokmålsnavnet brukes og er merket som bokmål.')),
    nameEn: c.nullable(c.text('Navn på engelsk', 'Tomt: bokmålsnavnet brukes og er merket som bokmål.')),
  },
};

export const textTable: TableSpec<TextRow> = {
  title: 'Tekster',
  description: 'Enhetens egen tekst: én fil for hvert år og språk, én overskrift for hver del.',
  home: { in: 'narrative' },
  idFrom: ['unit', 'year', 'language', 'section'],
  fromPath: ['unit', 'year', 'language'],
  columns: {
    id: c.slug('Id', 'Sies av filen og overskriften.', 9),
    unit: c.reference('unit', 'Enhet', 'Sies av mappen.'),
    year: c.year('År', 'Sies av filnavnet.'),
    language: c.choice<string>(['nb', 'nn', 'en'], 'Språk', 'Sies av filnavnet.'),
    section: c.slug('Del', 'Delens kortnavn, i overskriften: ## Status {#status}.'),
    title: c.text('Overskrift', 'Overskriften slik den leses.'),
    body: c.prose('Tekst', 'Teksten under overskriften. En tom del blir stående.'),
  },
};

export const publishedTable: TableSpec<PublishedRow> = {
  title: 'Publiserte tall',
  description:
    'Tall slik de står trykt i et publisert dokument, med sted. samstyr check holder dem mot de beregnede.',
  home: { in: 'csv-each', folder: 'published', field: 'year' },
  idFrom: ['document', 'table', 'unit', 'service', 'party', 'year', 'field', 'line'],
  fromPath: ['year'],
  columns: {
    id: c.slug('Id', 'Radens egen id.', 9),
    document: c.text('Dokument', 'Dokumentet tallet står i.'),
    page: c.nullable(c.integer(1, 'Side', 'Siden i dokumentet.')),
    line: c.nullable(c.integer(1, 'Linje', 'Linjen i dokumentets tekst.')),
    table: c.text('Tabell', 'Tabellen tallet står i.'),
    unit: c.nullable(c.reference('unit', 'Enhet', 'Enheten tallet gjelder.')),
    service: c.nullable(c.reference('service', 'Tjeneste', 'Tjenesten tallet gjelder. Tomt: hele enheten.')),
    party: c.nullable(c.reference('party', 'Part', 'Parten tallet gjelder. Tomt: summen.')),
    kind: c.choice(serviceKinds, 'Slag', 'Drift eller investering.'),
    year: c.year('År', 'Året tallet gjelder, også når dokumentet er et annet års. Sies av filnavnet.'),
    field: c.choice(['amount', 'change'], 'Felt', 'Beløpet, eller endringen fra året før.'),
    printed: c.text('Trykt', 'Tallet tegn for tegn slik det står trykt.'),
    unitOre: c.named(
      'unitOfMeasure',
      c.amount('Måleenhet', 'Dokumentets måleenhet: 1.00 er kroner, 1000.00 er 1 000 kr.'),
    ),
    granularityOre: c.amount('Avrundet til', 'Det dokumentet runder av til: 1000.00.'),
    note: c.note,
  },
};
