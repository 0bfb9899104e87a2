import type { Language } from '@samstyr/contract/texts/language';
import { type AdminId, adminTexts } from './admin.ts';
import { en } from './en.ts';
import { nb, type MessageId as PageId } from './nb.ts';
import { type NextYearId, nextYearTexts } from './next-year.ts';
import { nn } from './nn.ts';
import { type PublishId, publishTexts } from './publish.ts';

export type MessageId = PageId | PublishId | AdminId | NextYearId;

/** Every sentence of the pages, in every language. */
export const messages: { readonly [L in Language]: { readonly [I in MessageId]: string } } = {
  nb: { ...nb, ...publishTexts.nb, ...adminTexts.nb, ...nextYearTexts.nb },
  nn: { ...nn, ...publishTexts.nn, ...adminTexts.nn, ...nextYearTexts.nn },
  en: { ...en, ...publishTexts.en, ...adminTexts.en, ...nextYearTexts.en },
};
