/** A cell in canonical CSV: quoted only when it must be. */
const cellText = (text: string): string =>
  /[",;\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A record with its line end. A lone empty cell is quoted, or the record would be an empty line. */
export const csvRecord = (cells: readonly string[]): string =>
  `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(cellText).join(',')}\n`;
