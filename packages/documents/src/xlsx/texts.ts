import type { Language } from '@samstyr/contract/texts/language';
import { english } from './texts-en.ts';
import { bokmal, type WorkbookTexts } from './texts-nb.ts';
import { nynorsk } from './texts-nn.ts';

export type { WorkbookTexts };

const all: { readonly [L in Language]: WorkbookTexts } = { nb: bokmal, nn: nynorsk, en: english };

export const textsIn = (language: Language): WorkbookTexts => all[language];
