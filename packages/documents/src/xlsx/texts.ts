import type { Language } from '@samstyr/contract/texts/language';
import { bokmal, type WorkbookTexts } from './texts-nb.ts';

export type { WorkbookTexts };

export const textsIn = (language: Language): WorkbookTexts =>
  ({ nb: bokmal, nn: bokmal, en: bokmal })[language];
