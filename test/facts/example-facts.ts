import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The facts the example was made from. They stand beside the repository, not in it; without them these tests have nothing to hold it against. */
const facts = join(import.meta.dirname, '../../../shared/facts');
const elsewhere = join(import.meta.dirname, '../../../../shared/facts');
const place = existsSync(facts) ? facts : elsewhere;

export const factsArePresent = existsSync(join(place, 'budget-2025.json'));

const read = (name: string): unknown => JSON.parse(readFileSync(join(place, name), 'utf8'));

type Triplet<V> = { readonly budget2024: V; readonly budget2025: V; readonly change: V };
export type PrintedRow = Triplet<number | null> & {
  readonly municipality: string;
  readonly line: number;
  readonly printed: Triplet<string>;
};
export type PrintedTable = {
  readonly id: string;
  readonly unit_of_measure: 'kr' | '1000 kr';
  readonly granularity: number;
  readonly rows: readonly PrintedRow[];
  readonly printed_sum: PrintedRow;
};
export type BudgetFacts = {
  readonly units: readonly {
    readonly id: string;
    readonly tables: readonly PrintedTable[];
    readonly wage_growth: { readonly rate_pct: number | null } | null;
    readonly volumes?: readonly {
      readonly measure: string;
      readonly municipality: string;
      readonly children: number;
    }[];
  }[];
  readonly overview: {
    readonly rows: readonly {
      readonly line: number;
      readonly decoded_positional: { readonly [municipality: string]: Triplet<number | null> };
    }[];
  };
};
type ByNumber = { readonly [kommunenummer: string]: number };
export type RegisterFacts = {
  readonly population1July: { readonly [date: string]: ByNumber };
  readonly population0to15_1jan: { readonly [year: string]: ByNumber };
  readonly population0to24_1jan: { readonly [year: string]: ByNumber };
  readonly chimneys2025: ByNumber;
  readonly propertiesRatioFrostaToStjordal: string;
  readonly keysThatReproduce: readonly { readonly serviceId: string; readonly years: readonly number[] }[];
};
export type PopulationFacts = {
  readonly kommuner: readonly { readonly kommunenummer: string; readonly folkemengde_1_januar: ByNumber }[];
};

export const budget = (): BudgetFacts => read('budget-2025.json') as BudgetFacts;
export const registers = (): RegisterFacts => read('registers.json') as RegisterFacts;
export const population = (): PopulationFacts => read('population-1jan.json') as PopulationFacts;

export const partyOf: { readonly [municipality: string]: string } = {
  Stjørdal: 'stjordal',
  Selbu: 'selbu',
  Tydal: 'tydal',
  Frosta: 'frosta',
  Meråker: 'meraker',
  Malvik: 'malvik',
  Holtålen: 'holtalen',
};
