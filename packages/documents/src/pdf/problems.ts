import type { Texts } from '@samstyr/contract/texts/language';

/** Why the PDF was not written: what the check for the standard said, in its own words. */
export type PdfProblem = {
  readonly code: 'pdf.refused';
  readonly standard: 'ua-1' | 'a-2a';
  readonly message: string;
};

const names = { 'ua-1': 'PDF/UA-1', 'a-2a': 'PDF/A-2a' } as const;

export const pdfProblemTexts: Texts<PdfProblem> = {
  'pdf.refused': {
    nb: ({ standard, message }) => `PDF-en ble ikke godkjent (${names[standard]}): ${message}`,
    nn: ({ standard, message }) => `PDF-en vart ikkje godkjend (${names[standard]}): ${message}`,
    en: ({ standard, message }) => `The PDF was not accepted (${names[standard]}): ${message}`,
  },
};
