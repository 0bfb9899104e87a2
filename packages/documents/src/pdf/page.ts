/**
 * What the page template reads, as JSON: the tree with its numbers written and its layout decided. Every text is data; the template holds
 * all the markup there is.
 */

export type Piece =
  | { readonly t: string }
  /** A number; `star` says it is provisional. */
  | { readonly n: string; readonly star: boolean }
  /** What stands where a number cannot. */
  | { readonly sign: string }
  | { readonly strong: readonly Piece[] }
  | { readonly to: string; readonly c: readonly Piece[] }
  | { readonly lang: string; readonly c: readonly Piece[] };

export type TagData = { readonly text: string; readonly tone: 'settled' | 'waiting' | 'plain' };

export type AsideData = {
  readonly title: string;
  readonly c: readonly Piece[];
  readonly tag: TagData | null;
};

/** Places in per cent of the cell; `kind` is the colour, `tick` the line. */
export type BarData = {
  readonly x: number;
  readonly w: number;
  readonly tick: number;
  readonly kind: 'up' | 'down' | 'part';
};

export type CellData =
  | { readonly c: readonly Piece[] }
  | { readonly tag: TagData }
  | { readonly bar: BarData };

export type ColumnData = {
  /** Null: what is left. */
  readonly mm: number | null;
  readonly kind: string;
  readonly number: boolean;
  readonly tint: boolean;
};

export type HeadCell = {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** The column it begins at, counted from the row header. */
  readonly at: number;
  readonly group: boolean;
};

export type RowData = {
  readonly kind: 'row' | 'groupSum' | 'sum' | 'outside';
  /** Ends its group: no hairline below. */
  readonly last: boolean;
  /** Air below: a group ends here without a sum. */
  readonly air: boolean;
  readonly head: readonly Piece[];
  readonly cells: readonly CellData[];
};

export type TableData = {
  readonly b: 'table';
  readonly id: string;
  readonly no: string;
  readonly caption: readonly Piece[];
  readonly unit: readonly Piece[];
  readonly layout: 'normal' | 'dense' | 'matrix' | 'text';
  readonly pt: number;
  readonly columns: readonly ColumnData[];
  readonly heads: readonly (readonly HeadCell[])[];
  readonly rows: readonly RowData[];
  readonly note: readonly Piece[] | null;
};

export type ChartData = {
  readonly b: 'chart';
  readonly id: string;
  readonly no: string;
  readonly caption: readonly Piece[];
  readonly unit: readonly Piece[];
  readonly svg: string;
  readonly alt: string;
};

export type BlockData =
  | { readonly b: 'p' | 'note' | 'empty'; readonly c: readonly Piece[] }
  | { readonly b: 'h'; readonly level: number; readonly id: string; readonly title: string }
  | { readonly b: 'list'; readonly prefix: string | null; readonly items: readonly (readonly Piece[])[] }
  | {
      readonly b: 'facts';
      readonly items: readonly {
        readonly label: string;
        readonly value: readonly Piece[];
        readonly context: readonly Piece[];
      }[];
    }
  | {
      readonly b: 'steps';
      readonly items: readonly {
        readonly name: string;
        readonly formula: readonly Piece[];
        readonly result: readonly Piece[];
        readonly unit: string;
      }[];
    }
  | {
      readonly b: 'decisions';
      readonly items: readonly {
        readonly name: string;
        readonly wording: readonly Piece[];
        readonly tag: TagData;
      }[];
    }
  | { readonly b: 'details'; readonly title: string; readonly children: readonly BlockData[] }
  /** Words in the main column with notes beside them. */
  | {
      readonly b: 'beside';
      readonly main: readonly BlockData[];
      readonly side: readonly AsideData[];
      /** What it introduces follows at once and must not be alone on the next page. */
      readonly sticky: boolean;
    }
  /** A page lying down, for the widest table. */
  | { readonly b: 'landscape'; readonly children: readonly BlockData[] }
  | TableData
  | ChartData;

/** The text of an SVG, or the bytes of a PNG. */
export type ArmsData = {
  readonly format: 'svg' | 'png';
  readonly data: string | readonly number[];
  readonly alt: string;
};

export type ChapterData = {
  readonly id: string;
  readonly title: string;
  readonly kicker: readonly Piece[] | null;
  readonly lead: readonly Piece[];
  readonly children: readonly BlockData[];
  /** Where it is not the document's own. */
  readonly colour: string | null;
  readonly arms: ArmsData | null;
};

export type CoverData = {
  readonly owner: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: readonly Piece[];
  /** Fields in per cent of the picture, each with its colour. */
  readonly fields: readonly {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
    readonly party: number;
  }[];
  readonly parties: readonly string[];
  /** The party that stands out, or null. */
  readonly own: number | null;
  readonly about: readonly Piece[];
  readonly version: string;
  readonly draft: string | null;
  readonly arms: ArmsData | null;
};

export type PdfPage = {
  readonly language: string;
  readonly title: string;
  readonly accent: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly watermark: string | null;
  readonly running: string;
  readonly foot: string;
  readonly words: { readonly contents: string; readonly finder: string };
  readonly cover: CoverData;
  readonly parts: readonly { readonly name: string; readonly chapters: readonly ChapterData[] }[];
  readonly finder: readonly { readonly name: string; readonly to: string }[];
  readonly finderText: readonly Piece[];
  readonly contentsNotes: readonly AsideData[];
};
