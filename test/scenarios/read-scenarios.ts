/** A rule told by an example: a heading with its number, what is given, and a table with what everybody pays. */
export type Scenario = {
  readonly heading: string;
  readonly settings: { readonly [name: string]: string };
  readonly rows: readonly { readonly [column: string]: string }[];
};

const knownSettings = ['Kostnad', 'Avrunding', 'Vert', 'Fast del', 'Tak', 'Gulv', 'Rest'];
const knownColumns = ['kommune', 'nummer', 'nøkkel', 'fra', 'til', 'andel'];
const required = ['kommune', 'nøkkel', 'andel'];

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function rowsOf(heading: string, lines: readonly string[]): Scenario['rows'] {
  const [head, , ...body] = lines;
  if (head === undefined) throw new Error(`«${heading}» har ingen tabell`);
  const columns = cellsOf(head);
  const unknown = columns.find((column) => !knownColumns.includes(column));
  if (unknown !== undefined) throw new Error(`«${heading}»: kolonnen «${unknown}» er ukjent`);
  const missing = required.find((column) => !columns.includes(column));
  if (missing !== undefined) throw new Error(`«${heading}»: kolonnen «${missing}» mangler`);
  return body.map((line) =>
    Object.fromEntries(cellsOf(line).flatMap((cell, at) => (cell === '' ? [] : [[columns[at] ?? '', cell]]))),
  );
}

/** Every scenario of a Markdown file. Text between is for people; a setting or column nobody knows stops the run. */
export function scenariosIn(markdown: string): readonly Scenario[] {
  const sections = markdown.split(/^# /m).slice(1);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n').map((line) => line.trim());
    const settings: Record<string, string> = {};
    for (const line of lines) {
      const [, name, value] = /^([A-ZÆØÅ][a-zæøå ]*): (.+)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (!knownSettings.includes(name))
        throw new Error(`«${heading}»: «${name}» er ukjent. Bruk ${knownSettings.join(', ')}.`);
      settings[name] = value;
    }
    return {
      heading,
      settings,
      rows: rowsOf(
        heading,
        lines.filter((line) => line.startsWith('|')),
      ),
    };
  });
}
