import type { Fraction } from '../fraction/fraction.ts';
import type { Key } from '../key/grammar.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';
import type { AlternativeRow } from './alternative-row.ts';
import type { MovedFrom } from './moved-from.ts';

/**
 * The tables of the model. The files of a cooperation folder, the SQL tables and these arrays are the same tables; `contract` has one
 * schema for each and the compiler holds the two together. Empty is null, never undefined: a column is always there.
 */

/** Where a row was written: what a person opens to change it. Not part of the row's value. */
export type Origin = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line of a field that does not stand on the row's first line (YAML). */
  readonly lines?: { readonly [field: string]: number };
  /** A change row nobody has written: what its amount is worked out from. */
  readonly movedFrom?: MovedFrom;
};

type Row = {
  /** A slug unique in its table, never reused. */
  readonly id: string;
  readonly origin?: Origin;
};

type Noted = { readonly note: string | null };

/** How sure a figure is: published by its owner, derived from published figures, or assumed. */
export type Basis = 'published' | 'derived' | 'assumed';

export type RoundingMode = 'largestRemainder' | 'hostTakesRest';
export type LegalForm =
  | 'vertskommune'
  | 'oppgavefellesskap'
  | 'politisk-rad'
  | 'iks'
  | 'as'
  | 'samvirke'
  | 'avtale';
export type ServiceKind = 'operating' | 'investment';

/** The cooperation itself: one row. */
export type CooperationRow = Row &
  Noted & {
    readonly name: string;
    readonly nameNn: string | null;
    readonly nameEn: string | null;
    /** The party whose administration keeps the joint budget. */
    readonly office: string;
    readonly languages: readonly string[];
    /** Used where a unit's agreement says nothing. */
    readonly roundingUnitOre: Ore;
    readonly roundingMode: RoundingMode;
    /** The accent colour of pages and documents, `#14506B`; null is Samstyr's own. */
    readonly accent: string | null;
  };

export type PartyKind =
  | 'municipality'
  | 'county'
  | 'state'
  | 'health-trust'
  | 'parish'
  | 'company'
  | 'association';

/** Somebody who pays. One row for each period in which name and number were the same; `party` is the stable slug. */
export type PartyRow = Row &
  Noted & {
    readonly party: string;
    readonly kind: PartyKind;
    readonly name: string;
    readonly kommunenummer: string | null;
    readonly orgnr: string | null;
    readonly from: Day | null;
    readonly until: Day | null;
    /** Whether the party has a column of its own in the overview. */
    readonly column: boolean;
  };

/** How a party looks in documents, whatever its name was: one row for each party that has a look of its own. */
export type AppearanceRow = Row &
  Noted & {
    readonly party: string;
    /** The colour of its edition and its page, `#14506B`; null is the cooperation's. */
    readonly colour: string | null;
    /** Its coat of arms: a file of the folder, `arms/selbu.svg`. */
    readonly arms: string | null;
  };

/** A picture of the folder. Its id is its path; its content is the text of an SVG, byte for byte, or a PNG in base64. */
export type AssetRow = Row & { readonly content: string };

export type RegisterRow = Row &
  Noted & {
    readonly name: string;
    readonly nameNn: string | null;
    readonly nameEn: string | null;
    /** What is counted, singular and plural: `innbygger`, `innbyggere`. */
    readonly unit: string;
    readonly units: string;
    readonly source: string | null;
  };

/** A register's value for a party on a date. A missing row is missing, never 0. Two rows with another `published` are two vintages. */
export type RegisterValueRow = Row &
  Noted & {
    readonly register: string;
    readonly party: string;
    readonly date: Day;
    readonly group: string | null;
    readonly value: Fraction;
    readonly basis: Basis;
    readonly source: string | null;
    /** Null: known from its own date on. */
    readonly published: Day | null;
  };

export type UnitRow = Row &
  Noted & {
    readonly name: string;
    readonly nameNn: string | null;
    readonly nameEn: string | null;
    readonly aliases: readonly string[];
    /** The group of units it stands under in overviews. */
    readonly group: string | null;
    readonly host: string | null;
    readonly order: number;
  };

/** What a group of units is called in other languages; `name` is what the units write as their group. */
export type UnitGroupRow = Row & {
  readonly name: string;
  readonly nameNn: string | null;
  readonly nameEn: string | null;
};

/** A service carries the cost; its id is `unit/name`, or the unit's id when the unit has one service. */
export type ServiceRow = Row &
  Noted & {
    readonly unit: string;
    readonly name: string;
    readonly nameNn: string | null;
    readonly nameEn: string | null;
    readonly kind: ServiceKind;
    /** The service this one carries on under a new id. */
    readonly continues: string | null;
  };

/** A party takes part in a service from and until; `unknown` takes part and pays, but the amount is not known here (never 0). */
export type ParticipationRow = Row &
  Noted & {
    readonly service: string;
    readonly party: string;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly amount: 'known' | 'unknown';
  };

/** What was agreed for a unit, or for one of its services when `service` is given. */
export type AgreementRow = Row &
  Noted & {
    readonly unit: string;
    readonly service: string | null;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly legalForm: LegalForm;
    /** Who takes the rest when the mode says the host; may be no member. */
    readonly host: string | null;
    readonly roundingUnitOre: Ore | null;
    readonly roundingMode: RoundingMode | null;
    readonly noticeMonths: number | null;
    /** The paragraph of the agreement or law a figure rests on, as people cite it. */
    readonly paragraph: string | null;
  };

/** A version of an allocation key. In force on days of from–until; known from `known`: a budget sees what was known on its own day. */
export type KeyRow = Row &
  Noted & {
    readonly service: string;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly known: Day | null;
    /** The case that must be adopted by all; null: no decision is registered and the key is in force. */
    readonly case: string | null;
    readonly key: Key;
    /** Which costs are shared by it: wages, social, pension, overhead, rent, capital, licences, vat, income. */
    readonly costBase: readonly string[];
    /** Stated in an agreement or source, or derived from published shares. */
    readonly basis: Basis;
    readonly paragraph: string | null;
  };

export type VersionStatus = 'proposal' | 'recommended' | 'adopted' | 'amended';

/** A version of a year's budget; its id is `2025.recommended`. Up to recommended it is computed, from adopted on it is frozen. */
export type VersionRow = Row &
  Noted & {
    readonly year: number;
    readonly status: VersionStatus;
    /** The version it builds on: last year's for a first version, else an earlier one of the same year. */
    readonly base: string | null;
    /** The day whose knowledge (keys, register vintages) it is computed with. */
    readonly asOf: Day;
  };

/** A service's cost in a version when only the total is known. Gross: direct amounts and external funding are inside it. */
export type TotalRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly amountOre: Ore;
    readonly basis: Basis;
  };

/**
 * shared: divided by the key · direct: one party's own cost · agreed: one party's part where no key is known · contribution: paid
 * first by one party (a new member's buy-in), who takes no part in the rest that year · memo: shown, in no sum.
 */
export type Distribution = 'shared' | 'direct' | 'agreed' | 'contribution' | 'memo';

export type LineRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly distribution: Distribution;
    readonly party: string | null;
    readonly amountOre: Ore;
    /** The name of the line as its owner wrote it. */
    readonly label: string | null;
    readonly funksjon: string | null;
    readonly art: string | null;
    readonly ansvar: string | null;
    /** Rests on few people: hidden outside the internal edition. */
    readonly sensitive: boolean;
  };

/** A party's adopted part of a service: a fact, frozen. Null: takes part, the amount is not known. */
export type AdoptedRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly party: string;
    readonly amountOre: Ore | null;
    readonly sensitive: boolean;
  };

export type ChangeKind =
  | 'wage'
  | 'price'
  | 'deflator'
  | 'fullYear'
  | 'volume'
  | 'technical'
  | 'correction'
  | 'measure'
  | 'saving'
  | 'key'
  | 'member'
  | 'oneOff';
export type ChangeStatus = 'proposed' | 'accepted' | 'adjusted' | 'rejected';

/**
 * A change from last year. `amountOre` is a full year's amount; with `from` in month m this year gets (13 − m)/12 and next year the rest.
 * One-off: the amount as it stands, and out again next year. Null: known to come, not priced, listed under the sum and never 0.
 */
export type ChangeRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly party: string | null;
    readonly kind: ChangeKind;
    readonly amountOre: Ore | null;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly oneOff: boolean;
    /** For a technical move: the service that gets the opposite amount. */
    readonly counterpart: string | null;
    readonly reason: string | null;
    readonly proposer: string | null;
    readonly status: ChangeStatus;
    /** What was proposed before it was adjusted. */
    readonly proposedOre: Ore | null;
    /** How much of it a given total has in it already; null: all of it. */
    readonly includedOre: Ore | null;
  };

export type GrowthKind = 'wage' | 'price' | 'deflator' | 'income';

/** Year effect = base × rate × (13 − month)/12; the rest is next year's carry-over. Without a base it is an assumption without a price. */
export type GrowthRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly kind: GrowthKind;
    /** 4.6 is 4.6 %. */
    readonly ratePercent: Fraction;
    readonly from: Day;
    readonly baseOre: Ore | null;
    /** How much of the effect a given total has in it already; null: all of it. */
    readonly includedOre: Ore | null;
    /** When the forecast was made. */
    readonly published: Day | null;
  };

/** What one of `measure` costs in a period; null party: the same for all. */
export type PriceRow = Row &
  Noted & {
    readonly service: string;
    readonly measure: string;
    readonly party: string | null;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly priceOre: Ore;
    readonly published: Day | null;
  };

/** How many of `measure` a party has in a period of the year; null from and until: the whole year. */
export type VolumeRow = Row &
  Noted & {
    readonly version: string;
    readonly service: string;
    readonly party: string;
    readonly measure: string;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly count: Fraction;
    readonly sensitive: boolean;
  };

export type FrameRow = Row &
  Noted & { readonly version: string; readonly unit: string; readonly amountOre: Ore };

/** What a leaver's exit saves, from a day: a share of the leaver's part or an amount a year. Without it a leaver saves nothing. */
export type AvoidableRow = Row &
  Noted & {
    readonly service: string;
    readonly party: string | null;
    readonly share: Fraction | null;
    readonly amountOre: Ore | null;
    readonly from: Day;
  };

/**
 * A case sent to councils; valid only when every one of `councils` has adopted it. `assumed`: the budget is put forward as if they had,
 * and every figure that rests on it is provisional meanwhile.
 */
export type CaseRow = Row &
  Noted & {
    readonly title: string;
    readonly sent: Day | null;
    readonly deadline: Day | null;
    readonly councils: readonly string[];
    readonly assumed: boolean;
    readonly wording: string | null;
  };

export type DecisionRow = Row &
  Noted & {
    readonly case: string;
    readonly party: string;
    readonly date: Day | null;
    readonly result: 'adopted' | 'rejected' | 'awaited';
    readonly wording: string | null;
    readonly amountOre: Ore | null;
    readonly caseNumber: string | null;
  };

/** What a unit expected of its year on a date; null amount: said in words only. */
export type ForecastRow = Row &
  Noted & {
    readonly unit: string;
    readonly date: Day;
    readonly expectedResultOre: Ore | null;
    readonly text: string | null;
  };

/** One section of a unit's narrative in one language. A figure in it is a reference: `{{figure-id | 1000kr}}`. */
export type TextRow = Row & {
  readonly unit: string;
  readonly year: number;
  readonly language: string;
  readonly section: string;
  readonly title: string;
  readonly body: string;
};

/** A figure as printed in a published document, with its place: `check` holds it against the computed one. */
export type PublishedRow = Row &
  Noted & {
    readonly document: string;
    readonly page: number | null;
    readonly line: number | null;
    readonly table: string;
    readonly unit: string | null;
    readonly service: string | null;
    readonly party: string | null;
    readonly kind: ServiceKind;
    readonly year: number;
    readonly field: 'amount' | 'change';
    readonly printed: string;
    /** The document's unit of measure in øre: 100 for kroner, 100 000 for 1 000 kr. */
    readonly unitOre: Ore;
    /** What the document rounds to, in øre; figures that differ by less are the same figure. */
    readonly granularityOre: Ore;
  };

/** Every table of a cooperation, by name. */
export type Tables = {
  readonly cooperation: CooperationRow;
  readonly party: PartyRow;
  readonly appearance: AppearanceRow;
  readonly asset: AssetRow;
  readonly register: RegisterRow;
  readonly registerValue: RegisterValueRow;
  readonly unitGroup: UnitGroupRow;
  readonly unit: UnitRow;
  readonly service: ServiceRow;
  readonly participation: ParticipationRow;
  readonly agreement: AgreementRow;
  readonly key: KeyRow;
  readonly version: VersionRow;
  readonly total: TotalRow;
  readonly line: LineRow;
  readonly adopted: AdoptedRow;
  readonly change: ChangeRow;
  readonly growth: GrowthRow;
  readonly price: PriceRow;
  readonly volume: VolumeRow;
  readonly frame: FrameRow;
  readonly alternative: AlternativeRow;
  readonly avoidable: AvoidableRow;
  readonly case: CaseRow;
  readonly decision: DecisionRow;
  readonly forecast: ForecastRow;
  readonly text: TextRow;
  readonly published: PublishedRow;
};

export type TableName = keyof Tables;

/** A cooperation: its tables, in the order of its files. Immutable; a change makes a new one. */
export type Model = { readonly [T in TableName]: readonly Tables[T][] };
