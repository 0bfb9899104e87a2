import type {
  AgreementRow,
  AvoidableRow,
  KeyRow,
  ParticipationRow,
  ServiceRow,
  UnitRow,
} from '@samstyr/core/model/rows';
import * as c from './column.ts';
import { bases, roundingModes, serviceKinds } from './cooperation-tables.ts';
import type { TableSpec } from './table.ts';

const from = c.nullable(c.dayOf('Fra', 'Første dag. Tomt: har alltid gjeldt.'));
const until = c.nullable(c.dayOf('Til', 'Dagen etter siste dag. Tomt: gjelder fortsatt.'));
const service = c.reference('service', 'Tjeneste', 'Tjenestens id: nav/drift.');
const rowId = c.slug('Id', 'Radens egen id; skrives av programmet når den mangler.', 9);

export const unitTable: TableSpec<UnitRow> = {
  title: 'Enhet',
  description: 'En enhet i samarbeidet. Id-en er mappens navn.',
  home: { in: 'yaml-fields', file: 'unit' },
  idFrom: ['name'],
  fromPath: ['id'],
  columns: {
    id: c.slug('Id', 'Enhetens faste kortnavn. Sies av mappen.'),
    name: c.text('Navn', 'Enhetens navn på bokmål.'),
    nameNn: c.nullable(c.text('Navn på nynorsk', 'Tomt: bokmålsnavnet brukes.')),
    nameEn: c.nullable(c.text('Navn på engelsk', 'Tomt: bokmålsnavnet brukes.')),
    aliases: c.listOf(c.text('Andre navn', 'Navn enheten også kjennes under.')),
    group: c.nullable(c.text('Gruppe', 'Gruppen enheten står under i oversikter.')),
    host: c.nullable(c.reference('party', 'Vertskommune', 'Parten som driver enheten.')),
    order: c.integer(0, 'Rekkefølge', 'Plassen i oversikter og dokumenter; den laveste først.'),
    note: c.note,
  },
};

export const serviceTable: TableSpec<ServiceRow> = {
  title: 'Tjenester',
  description:
    'Tjenestene bærer kostnaden. Id-en er enhet/navn, eller enhetens id når enheten har én tjeneste.',
  home: { in: 'yaml-list', file: 'unit', list: 'services', flow: false },
  idFrom: ['unit', 'name'],
  fromPath: ['unit'],
  columns: {
    id: c.slug('Id', 'Tjenestens faste id: nav/drift.', 2),
    unit: c.reference('unit', 'Enhet', 'Sies av mappen.'),
    name: c.text('Navn', 'Tjenestens navn på bokmål.'),
    nameNn: c.nullable(c.text('Navn på nynorsk', 'Tomt: bokmålsnavnet brukes.')),
    nameEn: c.nullable(c.text('Navn på engelsk', 'Tomt: bokmålsnavnet brukes.')),
    kind: c.withDefault(
      c.choice(serviceKinds, 'Slag', 'Drift (operating) eller investering (investment).'),
      'operating',
    ),
    continues: c.nullable(c.reference('service', 'Fortsetter', 'Tjenesten denne fører videre under ny id.')),
    note: c.note,
  },
};

export const participationTable: TableSpec<ParticipationRow> = {
  title: 'Deltakelse',
  description: 'Hvem som er med i hvilken tjeneste, fra og til.',
  home: { in: 'yaml-list', file: 'unit', list: 'participation', flow: true },
  idFrom: ['service', 'party', 'from'],
  fromPath: [],
  columns: {
    id: rowId,
    service,
    party: c.reference('party', 'Part', 'Partens kortnavn eller kommunenummer.'),
    from,
    until,
    amount: c.withDefault(
      c.choice(
        ['known', 'unknown'],
        'Beløp',
        'unknown: parten er med og betaler, men beløpet er ikke kjent her.',
      ),
      'known',
    ),
    note: c.note,
  },
};

export const agreementTable: TableSpec<AgreementRow> = {
  title: 'Avtaler',
  description: 'Det som er avtalt for enheten, eller for én tjeneste når service er gitt.',
  home: { in: 'yaml-list', file: 'unit', list: 'agreements', flow: false },
  idFrom: ['unit', 'service', 'from'],
  fromPath: ['unit'],
  columns: {
    id: rowId,
    unit: c.reference('unit', 'Enhet', 'Sies av mappen.'),
    service: c.nullable(c.reference('service', 'Tjeneste', 'Tomt: hele enheten.')),
    from,
    until,
    legalForm: c.choice(
      ['vertskommune', 'oppgavefellesskap', 'politisk-rad', 'iks', 'as', 'samvirke', 'avtale'],
      'Samarbeidsform',
      'Den rettslige formen.',
    ),
    host: c.nullable(c.reference('party', 'Vert', 'Den som tar resten når avrundingsmåten sier det.')),
    roundingUnitOre: c.nullable(
      c.amount('Avrundingsenhet', 'I kroner: 1.00, 500.00, 1000.00. Tomt: som samarbeidet.'),
    ),
    roundingMode: c.nullable(c.choice(roundingModes, 'Avrundingsmåte', 'Tomt: som samarbeidet.')),
    noticeMonths: c.nullable(c.integer(0, 'Oppsigelsestid', 'I måneder.')),
    paragraph: c.nullable(c.text('Paragraf', 'Paragrafen i avtalen eller loven.')),
    note: c.note,
  },
};

export const keyTable: TableSpec<KeyRow> = {
  title: 'Fordelingsnøkler',
  description: 'En versjon av en tjenestes fordelingsnøkkel.',
  home: { in: 'yaml-list', file: 'unit', list: 'keys', flow: false },
  idFrom: ['service', 'from', 'known'],
  fromPath: [],
  columns: {
    id: rowId,
    service,
    from,
    until,
    known: c.nullable(c.dayOf('Kjent', 'Dagen nøkkelen ble kjent. Tomt: alltid kjent.')),
    case: c.nullable(c.reference('case', 'Sak', 'Saken som må vedtas av alle. Tomt: nøkkelen gjelder.')),
    key: c.key('Nøkkel', 'Regelen for hvem som betaler hva, på én linje.'),
    costBase: c.listOf(
      c.choice<string>(
        ['wages', 'social', 'pension', 'overhead', 'rent', 'capital', 'licences', 'vat', 'income'],
        'Kostnadsgrunnlag',
        'Kostnadene som fordeles etter nøkkelen.',
      ),
    ),
    basis: c.choice(
      bases,
      'Grunnlag',
      'Står i avtale eller kilde, utledet av publiserte andeler, eller antatt.',
    ),
    paragraph: c.nullable(c.text('Paragraf', 'Paragrafen i avtalen.')),
    note: c.note,
  },
};

export const avoidableTable: TableSpec<AvoidableRow> = {
  title: 'Unngåelig kostnad',
  description: 'Det som spares når en part går ut. Uten en rad her spares ingenting.',
  home: { in: 'yaml-list', file: 'unit', list: 'avoidable', flow: true },
  idFrom: ['service', 'party', 'from'],
  fromPath: [],
  columns: {
    id: rowId,
    service,
    party: c.nullable(c.reference('party', 'Part', 'Tomt: hvem som helst som går ut.')),
    share: c.nullable(c.share('Andel', 'Andel av den utgåendes del: 1/2. Enten andel eller beløp.')),
    amountOre: c.nullable(c.amount('Beløp', 'Beløp i året. Enten andel eller beløp.')),
    from: c.dayOf('Fra', 'Dagen det spares fra.'),
    note: c.note,
  },
};
