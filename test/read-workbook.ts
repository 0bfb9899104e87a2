import ExcelJS, { type Cell } from 'exceljs';

/** A cell of a workbook as a reader finds it. */
export type ReadCell = {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string | null;
  /** What stands in it; for a formula its cached result. */
  readonly value: string | number | null;
  readonly number: number | null;
  readonly text: string | null;
  readonly note: string | null;
  /** The first line of its note. */
  readonly figureId: string | null;
  /** Yellow: may be changed. */
  readonly isInput: boolean;
};

export type ReadWorkbook = {
  readonly sheets: readonly { readonly name: string; readonly cells: readonly ReadCell[] }[];
};

function readCell(cell: Cell): ReadCell {
  const { value: held } = cell;
  const isFormula = cell.formula !== undefined && cell.formula !== '';
  const raw = isFormula ? cell.result : typeof held === 'object' && held !== null ? cell.text : held;
  const value = typeof raw === 'number' || typeof raw === 'string' ? raw : null;
  const { note } = cell as { note?: string | { texts?: { text: string }[] } };
  const told = typeof note === 'string' ? note : (note?.texts?.map(({ text }) => text).join('') ?? null);
  const fill = cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : null;
  return {
    address: cell.address,
    row: Number(cell.row),
    column: Number(cell.col),
    formula: isFormula ? cell.formula : null,
    value,
    number: typeof value === 'number' ? value : null,
    text: typeof value === 'string' ? value : null,
    note: told,
    figureId: told?.split('\n')[0] ?? null,
    isInput: fill === 'FFFFF4CC',
  };
}

/** Reads a workbook back with a reader of its own: every cell that holds something. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer as never);
  return {
    sheets: workbook.worksheets.map((sheet) => {
      const cells: ReadCell[] = [];
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          cells.push(readCell(cell));
        });
      });
      return { name: sheet.name, cells };
    }),
  };
}
