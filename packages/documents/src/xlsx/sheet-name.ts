const largest = 31;

/** A name a sheet may have: at most 31 signs, none of `/ \ ? * [ ] :`, no apostrophe at an end, and no other sheet's. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '')
      .slice(0, largest) || 'Ark';
  for (let nr = 1; ; nr += 1) {
    const end = nr === 1 ? '' : ` ${nr}`;
    const name = `${clean.slice(0, largest - end.length)}${end}`;
    if (!taken.has(name.toLocaleLowerCase('nb'))) return name;
  }
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export const address = (row: number, column: number): string => `${columnLetters(column)}${row}`;
/** A cell of another sheet: `'Brann og redning'!C7`. */
export const elsewhere = (sheet: string, cell: string): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;
