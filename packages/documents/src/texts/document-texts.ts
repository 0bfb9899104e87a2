import type { Language } from '@samstyr/contract/texts/language';
import { english } from './en.ts';
import { bokmal } from './nb.ts';
import { nynorsk } from './nn.ts';

/** Which way a change goes: the words are another sentence each way, never a sign. */
export type Direction = 'up' | 'down' | 'same';

/** Every text of the documents; a language that lacks one does not compile. */
export type DocumentTexts = typeof bokmal;

/** The words of the documents by language. */
export const documentTexts: { readonly [L in Language]: DocumentTexts } = {
  nb: bokmal,
  nn: nynorsk,
  en: english,
};
