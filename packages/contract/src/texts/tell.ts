import type { Language, Sentence, Texts } from './language.ts';

/** The sentence of a problem or the label of a node, in a language. */
export function tell<P extends { readonly code: string }>(
  texts: Texts<P>,
  language: Language,
  problem: P,
): string {
  // The table has the sentence of exactly this code; the compiler cannot follow a code to its own type.
  const sentence = texts[problem.code as P['code']] as unknown as Sentence<P>;
  return sentence[language](problem);
}
