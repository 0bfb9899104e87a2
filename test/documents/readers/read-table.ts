/** A table as a reader finds it in finished bytes: what it is called, and every cell's text. Bars and other drawings have none. */
export type ReadTable = {
  /** «Tabell 4», as its caption begins. */
  readonly name: string;
  readonly head: readonly (readonly string[])[];
  /** Row header first. */
  readonly rows: readonly (readonly string[])[];
};

export type ReadCell = {
  readonly table: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
};

/** Every cell of every table with its place; the row header is column 0. */
export const cellsOf = (tables: readonly ReadTable[]): readonly ReadCell[] =>
  tables.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) => cells.map((text, column) => ({ table: name, row, column, text }))),
  );

/** What a caption begins with: a word and a number. */
export const captionName = (caption: string): string => /^\s*(\S+\s\d+)/.exec(caption)?.[1] ?? '';
