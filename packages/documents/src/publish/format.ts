/** The formats a budget is written in, and what a person is told while it is. */
export const formats = {
  html: 'Skriver nettsiden',
  xlsx: 'Skriver regnearket',
  data: 'Skriver åpne data',
  pdf: 'Skriver PDF-en',
  docx: 'Skriver Word-filen',
} as const;
export type Format = keyof typeof formats;

/** Names and contents. */
export type Files = ReadonlyMap<string, string | Uint8Array>;
