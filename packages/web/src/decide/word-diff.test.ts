import { describe, expect, it } from 'vitest';
import { isSameWording, wordDiff } from './word-diff.ts';

describe('two wordings', () => {
  it('what one council added stands alone, and the rest is the same', () => {
    expect(wordDiff('Avtalen vedtas fra 2026.', 'Avtalen vedtas med forbehold fra 2026.')).toEqual([
      { kind: 'same', text: 'Avtalen vedtas ' },
      { kind: 'added', text: 'med forbehold ' },
      { kind: 'same', text: 'fra 2026.' },
    ]);
  });

  it('a word in another’s place is taken out and put in', () => {
    expect(wordDiff('fra 2026', 'fra 2027').map(({ kind }) => kind)).toEqual(['same', 'removed', 'added']);
  });

  it('another line break is no difference', () => {
    expect(isSameWording('Avtalen\nvedtas. ', 'Avtalen vedtas.')).toBe(true);
    expect(isSameWording('Avtalen vedtas.', 'Avtalen vedtas ikke.')).toBe(false);
  });
});
