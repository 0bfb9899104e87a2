/** How a column is set: names to the left, numbers to the right. */
export type Align = 'left' | 'right';

/** Rows of text in columns that line up, two spaces between. A row of null is a rule. */
export function columns(rows: readonly (readonly string[] | null)[], align: readonly Align[]): string {
  const widths = align.map((_, at) => Math.max(0, ...rows.map((row) => length(row?.[at] ?? ''))));
  const whole = widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1);
  const line = (row: readonly string[] | null): string => {
    if (row === null) return '─'.repeat(whole);
    return row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - length(cell));
        return align[at] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  };
  return `${rows.map(line).join('\n')}\n`;
}

const length = (text: string): number => [...text].length;
