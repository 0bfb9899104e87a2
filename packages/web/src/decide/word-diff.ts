export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

const wordsOf = (text: string): readonly string[] => text.trim().match(/\S+\s*/g) ?? [];
/** More words than this are compared whole, not one by one. */
const mostWords = 1500;

/** What one wording has that another has not, word by word: the longest common row of words stays, the rest is added or taken out. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > mostWords || b.length > mostWords)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  const isSame = (i: number, j: number): boolean => a[i]?.trim() === b[j]?.trim();
  // common[i][j]: how many words the rests from i and j have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (common[i] as number[])[j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && isSame(i, j)) {
      put('same', b[j] ?? '');
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      put('removed', a[i] ?? '');
      i += 1;
    } else {
      put('added', b[j] ?? '');
      j += 1;
    }
  }
  return pieces;
}

/** Whether two wordings say the same, whatever their spaces. */
export const isSameWording = (a: string, b: string): boolean =>
  wordsOf(a).join(' ').replaceAll(/\s+/g, ' ').trim() === wordsOf(b).join(' ').replaceAll(/\s+/g, ' ').trim();
