import * as c from '../tables/column.ts';
import type { AnyTable } from '../tables/table.ts';

/**
 * What people write to each other while a budget is made. It stands in the database beside the model's tables and is no part of the folder:
 * nobody's figures rest on it.
 */

/** Something said about a unit, or about one row or figure of it. */
export type CommentRow = {
  readonly id: string;
  readonly unit: string;
  /** A row (`line:nav/drift/…`) or a figure id; null: the unit as a whole. */
  readonly about: string | null;
  readonly author: string;
  /** When it was written, as the server's clock said: ISO 8601 in UTC. */
  readonly writtenAt: string;
  readonly body: string;
  readonly resolved: boolean;
};

/** Something a unit has left to do. */
export type TaskRow = {
  readonly id: string;
  readonly unit: string;
  readonly year: number | null;
  /** `status`: the unit's status for the year is missing. */
  readonly kind: TaskKind;
  readonly title: string;
  readonly due: string | null;
  readonly assignee: string | null;
  readonly done: boolean;
};
export type TaskKind = (typeof taskKinds)[number];
export const taskKinds = ['status', 'text', 'volumes', 'forecast', 'decision', 'other'] as const;

export type DeskTables = { readonly comment: CommentRow; readonly task: TaskRow };
export type DeskTableName = keyof DeskTables;

const nowhere = { home: { in: 'narrative' }, idFrom: [], fromPath: [] } as const;

export const deskTables: { readonly [T in DeskTableName]: AnyTable } = {
  comment: {
    title: 'Kommentarer',
    description: 'Det som er sagt om en enhet, en rad eller et tall.',
    ...nowhere,
    columns: {
      id: c.slug('Id', 'Kommentarens id.'),
      unit: c.reference('unit', 'Enhet', 'Enheten det gjelder.'),
      about: c.nullable(c.text('Om', 'Raden eller tallet. Tomt: hele enheten.')),
      author: c.text('Skrevet av', 'Brukerens id.'),
      writtenAt: c.text('Skrevet', 'Tidspunktet i UTC.'),
      body: c.prose('Tekst', 'Kommentaren.'),
      resolved: c.flag('Løst', 'Om den er tatt hånd om.'),
    },
  },
  task: {
    title: 'Oppgaver',
    description: 'Det en enhet har igjen å gjøre.',
    ...nowhere,
    columns: {
      id: c.slug('Id', 'Oppgavens id.'),
      unit: c.reference('unit', 'Enhet', 'Enheten som har oppgaven.'),
      year: c.nullable(c.year('År', 'Budsjettåret. Tomt: uten år.')),
      kind: c.choice(taskKinds, 'Slag', 'Status mangler, tekst, volumer, prognose, vedtak eller annet.'),
      title: c.text('Oppgave', 'Det som skal gjøres.'),
      due: c.nullable(c.dayOf('Frist', 'Siste dag.')),
      assignee: c.nullable(c.text('Ansvarlig', 'Brukerens id.')),
      done: c.flag('Ferdig', 'Om den er gjort.'),
    },
  },
};

export const deskTableNames = Object.keys(deskTables) as readonly DeskTableName[];
