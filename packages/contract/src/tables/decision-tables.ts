import type { CaseRow, DecisionRow, ForecastRow } from '@samstyr/core/model/rows';
import * as c from './column.ts';
import type { TableSpec } from './table.ts';

const rowId = c.slug('Id', 'Radens egen id; skrives av programmet når den mangler.', 9);

export const caseTable: TableSpec<CaseRow> = {
  title: 'Saker',
  description: 'En sak sendt til rådene; gyldig først når alle har vedtatt den.',
  home: { in: 'csv', file: 'cases.csv' },
  idFrom: ['title'],
  fromPath: [],
  columns: {
    id: c.slug('Id', 'Sakens kortnavn.', 2),
    title: c.text('Tittel', 'Sakens tittel.'),
    sent: c.nullable(c.dayOf('Sendt', 'Dagen saken ble sendt.')),
    deadline: c.nullable(c.dayOf('Frist', 'Fristen for vedtak.')),
    councils: c.listOf(c.reference('party', 'Råd', 'Partene som må vedta, skilt med |.')),
    assumed: c.flag(
      'Forutsatt',
      'Budsjettet legges fram som om alle har vedtatt; tallene er foreløpige til da.',
    ),
    wording: c.nullable(c.prose('Ordlyd', 'Forslaget til vedtak.')),
    note: c.note,
  },
};

export const decisionTable: TableSpec<DecisionRow> = {
  title: 'Vedtak',
  description: 'Ett råds vedtak i en sak.',
  home: { in: 'csv', file: 'decisions.csv' },
  idFrom: ['case', 'party', 'date'],
  fromPath: [],
  columns: {
    id: rowId,
    case: c.reference('case', 'Sak', 'Sakens id.'),
    party: c.reference('party', 'Part', 'Kommunen som vedtok.'),
    date: c.nullable(c.dayOf('Dato', 'Vedtaksdatoen.')),
    result: c.choice(['adopted', 'rejected', 'awaited'], 'Utfall', 'Vedtatt, avvist eller ventes.'),
    wording: c.nullable(c.prose('Ordlyd', 'Vedtakets ordlyd.')),
    amountOre: c.nullable(c.amount('Beløp', 'Beløpet som ble vedtatt.')),
    caseNumber: c.nullable(c.text('Saksnummer', 'Kommunens eget saksnummer: PS 12/25.')),
    note: c.note,
  },
};

export const forecastTable: TableSpec<ForecastRow> = {
  title: 'Prognoser',
  description: 'Hva enheten ventet av året på en dato.',
  home: { in: 'unit-csv', file: 'forecasts.csv' },
  idFrom: ['unit', 'date'],
  fromPath: ['unit'],
  columns: {
    id: rowId,
    unit: c.reference('unit', 'Enhet', 'Sies av mappen.'),
    date: c.dayOf('Dato', 'Dagen prognosen ble gitt.'),
    expectedResultOre: c.nullable(c.amount('Ventet resultat', 'I kroner. Tomt: bare sagt med ord.')),
    text: c.nullable(c.prose('Tekst', 'Prognosen med ord.')),
    note: c.note,
  },
};
