import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import type { BudgetPair } from '@samstyr/core/budget/overview';
import type { Overview, OverviewRow } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { ServiceKind } from '@samstyr/core/model/rows';
import type { Workbook, Worksheet } from 'exceljs';
import type { NoteMaker } from './notes.ts';
import type { Hides, Shown } from './shown.ts';
import type { WorkbookTexts } from './texts.ts';

/** What `renderWorkbook` is given. */
export type WorkbookInput = {
  readonly index: IndexedModel;
  readonly pair: BudgetPair;
  readonly rounding: RoundingChoice;
  readonly language: Language;
  /** The figures an edition does not show. */
  readonly hides: Hides;
  /** The units and parties with a sheet of their own, and whose keys and amounts are listed; null: all. */
  readonly only?: { readonly units: ReadonlySet<string>; readonly parties: ReadonlySet<string> } | null;
};

/** Where an amount stands, for formulas on other sheets. */
export type Place = { readonly sheet: string; readonly address: string; readonly shown: Shown };

/** A workbook being written: what every sheet of it needs. */
export type Book = WorkbookInput & {
  readonly workbook: Workbook;
  readonly overview: Overview;
  readonly texts: WorkbookTexts;
  readonly note: NoteMaker;
  /** Rows of the overview by unit, service, party and kind. */
  readonly row: (of: RowName) => OverviewRow | undefined;
  /** Where each figure is worked out: on its unit's sheet. */
  readonly places: Map<string, Place>;
  /** The cell of a register value, by the row's id. */
  readonly registerPlaces: Map<string, Place>;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly unitSheets: ReadonlyMap<string, Worksheet>;
  readonly partySheets: ReadonlyMap<string, Worksheet>;
  readonly name: (row: { name: string; nameNn: string | null; nameEn: string | null }) => string;
  readonly partyName: (party: string) => string;
};

export type RowName = {
  readonly unit: string | null;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
};

export const rowKey = ({ unit, service, party, kind }: RowName): string =>
  [unit, service, party, kind].map((part) => part ?? '*').join('|');

/** The kinds a unit has, operating first. */
export const kindsOf = (book: Book, unit: string): readonly ServiceKind[] =>
  (['operating', 'investment'] as const).filter((kind) =>
    (book.index.servicesOf.get(unit) ?? []).some((service) => service.kind === kind),
  );
