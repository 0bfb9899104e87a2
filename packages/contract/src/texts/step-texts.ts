import type { Language } from './language.ts';

/** What a person is told while something long is under way. */
export const stepTexts = {
  readsFolder: { nb: 'Leser mappen', nn: 'Les mappa', en: 'Reading the folder' },
  readsDocument: { nb: 'Leser dokumentet', nn: 'Les dokumentet', en: 'Reading the document' },
  computes: { nb: 'Regner ut budsjettet', nn: 'Reknar ut budsjettet', en: 'Working out the budget' },
  html: { nb: 'Skriver nettsiden', nn: 'Skriv nettsida', en: 'Writing the web page' },
  xlsx: { nb: 'Skriver regnearket', nn: 'Skriv reknearket', en: 'Writing the workbook' },
  data: { nb: 'Skriver åpne data', nn: 'Skriv opne data', en: 'Writing the open data' },
  pdf: { nb: 'Skriver PDF-en', nn: 'Skriv PDF-en', en: 'Writing the PDF' },
  docx: { nb: 'Skriver Word-filen', nn: 'Skriv Word-fila', en: 'Writing the Word file' },
} as const satisfies { readonly [step: string]: { readonly [L in Language]: string } };
