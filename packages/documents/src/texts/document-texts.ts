import type { Language } from '@samstyr/contract/texts/language';
import { bokmal, type DocumentTexts } from './nb.ts';

/** The words of the documents by language. */
export const documentTexts: { readonly [L in Language]: DocumentTexts } = { nb: bokmal, nn: bokmal, en: bokmal };
