import type { Figure, FigureRef, Sign } from './figure.ts';

/** A document as meaning: no node holds a formatted number, a colour or a width; every renderer gives it its own form. */

export type Inline =
  | { readonly inline: 'text'; readonly text: string }
  | FigureRef
  | { readonly inline: 'link'; readonly to: string; readonly content: readonly Inline[] }
  | { readonly inline: 'strong'; readonly content: readonly Inline[] }
  /** A part in another language than the document. */
  | { readonly inline: 'language'; readonly language: string; readonly content: readonly Inline[] };

/** `inForce` and `done` are settled, `waiting` is not, `plain` says neither. */
export type Tag = { readonly text: string; readonly tone: 'settled' | 'waiting' | 'plain' };

/** `later` is a year after the budget's own; `ratio` is a number that no sum is made of: an amount per inhabitant. */
export type ColumnKind =
  | 'previous'
  | 'amount'
  | 'later'
  | 'change'
  | 'percent'
  | 'count'
  | 'ratio'
  | 'text'
  | 'bar';

export type Column = {
  readonly key: string;
  /** One or two levels: «Selbu», «2025». The last is the column's own. */
  readonly head: readonly string[];
  readonly kind: ColumnKind;
  /** How a cell follows from the other cells of its row; what a workbook makes a formula of. */
  readonly relation: ColumnRelation | null;
};

export type ColumnRelation =
  | { readonly op: 'difference'; readonly from: string; readonly amount: string }
  | { readonly op: 'percent'; readonly part: string; readonly whole: string }
  /** The sum of other columns. */
  | { readonly op: 'sum'; readonly of: readonly string[] };

export type Cell =
  | { readonly cell: 'figure'; readonly ref: FigureRef }
  | { readonly cell: 'sign'; readonly sign: Sign }
  | { readonly cell: 'text'; readonly content: readonly Inline[] }
  | { readonly cell: 'tag'; readonly tag: Tag }
  /** A bar of a figure, with a tick at another; the number stands beside it. */
  | { readonly cell: 'bar'; readonly figure: string; readonly tick: string | null }
  | { readonly cell: 'empty' };

/** `sum` and `groupSum` stand below what they sum; `outside` stands under the sum and in none. */
export type Row = {
  readonly kind: 'row' | 'groupSum' | 'sum' | 'outside';
  readonly header: readonly Inline[];
  readonly group: string | null;
  readonly cells: readonly Cell[];
};

/** matrix: party after party across the page · dense: eight columns or more · text: words, top aligned. */
export type TableLayout = 'normal' | 'dense' | 'matrix' | 'text';

export type TableNode = {
  readonly node: 'table';
  readonly id: string;
  readonly caption: readonly Inline[];
  /** The unit of measure; the caption ends with it. A table of words says what it lists. */
  readonly unit: readonly Inline[];
  readonly head: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note: readonly Inline[] | null;
  readonly layout: TableLayout;
};

export type ChartNode = {
  readonly node: 'chart';
  readonly id: string;
  readonly pattern: 'waterfall' | 'pair' | 'composition';
  readonly caption: readonly Inline[];
  readonly unit: readonly Inline[];
  readonly bars: readonly ChartBar[];
  /** Names of the series, in order, where there is more than one. */
  readonly series: readonly string[];
  readonly alt: readonly Inline[];
  /** The table with the same figures. */
  readonly table: string;
};

export type ChartBar = {
  readonly name: string;
  readonly figures: readonly FigureRef[];
  readonly isTotal: boolean;
};

export type FactNode = {
  readonly label: string;
  readonly value: readonly Inline[];
  readonly context: readonly Inline[];
};

export type StepNode = {
  readonly name: string;
  readonly formula: readonly Inline[];
  readonly result: readonly Inline[];
  readonly unit: string;
};

export type DecisionNode = {
  readonly name: string;
  readonly wording: readonly Inline[];
  readonly tag: Tag;
};

export type Block =
  | { readonly node: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly node: 'list'; readonly prefix: string | null; readonly items: readonly (readonly Inline[])[] }
  | { readonly node: 'facts'; readonly items: readonly FactNode[] }
  | { readonly node: 'steps'; readonly items: readonly StepNode[] }
  | { readonly node: 'decisions'; readonly items: readonly DecisionNode[] }
  | { readonly node: 'note'; readonly content: readonly Inline[] }
  | { readonly node: 'empty'; readonly content: readonly Inline[] }
  | { readonly node: 'details'; readonly title: string; readonly children: readonly Block[] }
  | TableNode
  | ChartNode
  | SectionNode;

export type SectionNode = {
  readonly node: 'section';
  readonly id: string;
  readonly title: string;
  readonly level: 2 | 3;
  readonly children: readonly Block[];
  /** What belongs beside: side column, or a note where there is none. */
  readonly aside: readonly AsideNode[];
};

export type AsideNode = {
  readonly title: string;
  readonly content: readonly Inline[];
  readonly tag: Tag | null;
};

/** A municipality's coat of arms, and what it is called for those who do not see it. */
export type ArmsNode = {
  /** The file's path in the cooperation's folder. */
  readonly path: string;
  /** The text of an SVG, or a PNG in base64. */
  readonly content: string;
  readonly alt: string;
};

/** What sets a municipality's chapter apart: its colour where it has one, `#14506B`, and its arms. */
export type LookNode = { readonly colour: string | null; readonly arms: ArmsNode | null };

export type ChapterNode = {
  readonly node: 'chapter';
  readonly id: string;
  readonly title: string;
  /** A name that fits a workbook's sheet. */
  readonly shortTitle: string;
  readonly kicker: readonly Inline[] | null;
  readonly lead: readonly Inline[];
  readonly children: readonly Block[];
  /** Null or left out: the document's own. */
  readonly look?: LookNode | null;
};

export type PartNode = {
  readonly name: string;
  readonly chapters: readonly ChapterNode[];
};

/** One step of an explanation, words and numbers written out; `inputs` are places in the list. */
export type ExplanationStep = {
  readonly label: string;
  readonly number: string;
  readonly formula: string | null;
  readonly inputs: readonly number[];
  readonly facts: readonly (readonly [name: string, text: string])[];
};

export type Explanations = {
  readonly steps: readonly ExplanationStep[];
  /** The step of each figure. */
  readonly figures: ReadonlyMap<string, number>;
};

export type Cover = {
  readonly owner: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: readonly Inline[];
  /** The budget as a picture: a row for each unit, a field for each party. */
  readonly rows: readonly {
    readonly name: string;
    readonly parts: readonly { readonly party: number; readonly figure: string }[];
  }[];
  readonly parties: readonly string[];
  /** The place in `parties` of the one the edition is for: its fields stand out. Null in an edition for all. */
  readonly own: number | null;
  readonly pictureText: readonly Inline[];
  readonly versionLine: string;
  /** Of the municipality the edition is for. */
  readonly arms: ArmsNode | null;
};

export type DocumentTree = {
  readonly language: 'nb' | 'nn' | 'en';
  readonly edition: 'internal' | 'public';
  readonly title: string;
  readonly accent: string | null;
  /** The day the version rests on: the only date of a file's properties. */
  readonly date: string;
  readonly isDraft: boolean;
  /** The word across every page of what nobody has recommended yet; null where there is none. */
  readonly watermark: string | null;
  /** The same in a sentence, first on a page that has no watermark. */
  readonly banner: readonly Inline[];
  readonly cover: Cover;
  readonly parts: readonly PartNode[];
  /** Municipality and the id of its page. */
  readonly finder: readonly { readonly name: string; readonly to: string }[];
  readonly contentsNotes: readonly AsideNode[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** Ids that may not be shown. */
  readonly hidden: { has(id: string): boolean };
};

/** A document that can say how each printed figure came about: worked out when first asked, for only the page shows it. */
export type ExplainedTree = DocumentTree & { readonly explanations: () => Explanations };
