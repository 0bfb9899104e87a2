import type { Texts } from '@samstyr/contract/texts/language';

/** Why the PDF was not written: what the check for PDF/UA-1 said, in its own words. */
export type PdfProblem = { readonly code: 'pdf.refused'; readonly message: string };

export const pdfProblemTexts: Texts<PdfProblem> = {
  'pdf.refused': {
    nb: ({ message }) => `PDF-en ble ikke godkjent som tilgjengelig (PDF/UA-1): ${message}`,
    nn: ({ message }) => `PDF-en vart ikkje godkjend som tilgjengeleg (PDF/UA-1): ${message}`,
    en: ({ message }) => `The PDF was not accepted as accessible (PDF/UA-1): ${message}`,
  },
};
