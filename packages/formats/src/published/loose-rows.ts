/** A row of text that a PDF tool printed with single spaces: a name, and figures whose thousands may be spaced too. */
export type LooseRow = { readonly label: string; readonly tokens: readonly string[] };

const figureToken = /^[-−–+(]?\d[\d.,'´’]*\)?%?$|^[-−–]$/;
const dateToken = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$|^\d{1,2}[:.]\d{2}$/;

/** The name and the figures that end the line; null when the line ends in words, has no name, or has one figure only. */
export function looseRow(text: string): LooseRow | null {
  const words = text
    .trim()
    .replace(/(?<=\d) %/g, '%')
    .split(/[ \u00a0]+/);
  let first = words.length;
  while (first > 0 && figureToken.test(words[first - 1] ?? '') && !dateToken.test(words[first - 1] ?? ''))
    first -= 1;
  const tokens = words.slice(first);
  const label = words.slice(0, first).join(' ');
  if (tokens.length < 2 || !/\p{L}{2}/u.test(label) || /[.:;]$/.test(label) || label.length > 90) return null;
  return { label, tokens };
}

const startsNumber = (token: string): boolean => /^[-−–+(]/.test(token);
const mayFollow = (before: string, token: string): boolean =>
  /^\d{3}(?:[,)%]|$)/.test(token) && /^[-−–+(]?\d{1,3}$/.test(before);

/**
 * The tokens gathered into `count` figures: groups of three follow a group of at most three. Of several ways the evenest is taken, for
 * the figures of one row are mostly of one size. Null when there is no way.
 */
export function gather(tokens: readonly string[], count: number): readonly string[] | null {
  const digits = tokens.map((token) => token.replace(/\D/g, '').length);
  const mean = digits.reduce((total, length) => total + length, 0) / count;
  type State = { readonly cost: number; readonly cells: readonly string[] };
  let states = new Map<number, State>([[0, { cost: 0, cells: [] }]]);
  for (let made = 0; made < count; made += 1) {
    const next = new Map<number, State>();
    for (const [from, state] of states) {
      // «000» begins no figure: it is the end of one.
      if (/^0\d/.test(tokens[from] ?? '')) continue;
      let length = 0;
      for (let until = from; until < tokens.length; until += 1) {
        const token = tokens[until] ?? '';
        const previous = tokens[until - 1] ?? '';
        if (until > from && (startsNumber(token) || !mayJoin(tokens, from, until, previous, token))) break;
        length += digits[until] ?? 0;
        const cost = state.cost + (length - mean) ** 2;
        const known = next.get(until + 1);
        if (known === undefined || cost < known.cost)
          next.set(until + 1, { cost, cells: [...state.cells, tokens.slice(from, until + 1).join(' ')] });
      }
    }
    states = next;
  }
  return states.get(tokens.length)?.cells ?? null;
}

/** The second group follows a first of up to three digits, the later ones a full group. */
function mayJoin(
  tokens: readonly string[],
  from: number,
  until: number,
  previous: string,
  token: string,
): boolean {
  if (/^[-−–]$/.test(tokens[from] ?? '') && until === from + 1) return /^\d{1,3}/.test(token);
  if (until === from + 1) return mayFollow(previous, token);
  return /^\d{3}$/.test(previous.replace(/^[-−–+(]/, '')) && /^\d{3}(?:[,)%]|$)/.test(token);
}

/** Names of columns in a line above: each ends with a year or is a word that columns are called. */
export function looseHeader(text: string): readonly string[] | null {
  const words = text.trim().split(/\s+/);
  const cells: string[] = [];
  let open: string[] = [];
  for (const word of words) {
    open.push(word);
    if (/^(?:19|20)\d{2}\*?$|^(?:endring|avvik|forbruk|differanse|%|sum|totalt)$/i.test(word)) {
      cells.push(open.join(' '));
      open = [];
    }
  }
  if (cells.length >= 2 && open.length === 0) return cells;
  const areNames = words.length >= 3 && words.length <= 12 && words.every((word) => /^\p{L}/u.test(word));
  return areNames && !/[.:,;!?]$/.test(text.trim()) ? words.slice(1) : null;
}

const mostTokens = 60;

/** How many columns the rows have: what the header says, if the rows can; else the count that splits most rows most evenly. */
export function looseWidth(rows: readonly LooseRow[], header: readonly string[] | null): number | null {
  if (rows.some(({ tokens }) => tokens.length > mostTokens)) return null;
  const fits = (count: number): number => rows.filter(({ tokens }) => gather(tokens, count) !== null).length;
  if (header !== null && fits(header.length) * 10 >= rows.length * 8) return header.length;
  let best: { count: number; score: number } | null = null;
  // Figures of three digits each could be one long figure or several: several, as rows of one figure are no table.
  for (let count = 1; count <= 14; count += 1) {
    const able = fits(count);
    if (able * 10 < rows.length * 9) continue;
    const score = rows.reduce((total, { tokens }) => total + unevenness(gather(tokens, count)), 0) / able;
    if (best === null || score <= best.score) best = { count, score };
  }
  return best === null || best.count === 1 ? null : best.count;
}

function unevenness(cells: readonly string[] | null): number {
  if (cells === null) return 0;
  const lengths = cells.map((cell) => cell.replace(/\D/g, '').length);
  return Math.max(...lengths) - Math.min(...lengths);
}
