import type { JobJson, PublicationOfOursJson } from '@samstyr/contract/api/job-routes';
import type { Language } from '@samstyr/contract/texts/language';
import type { PartyView } from '@samstyr/core/budget/view';
import type { MessageId } from '../texts/messages.ts';

export type Files = JobJson['files'];
export type Published = PublicationOfOursJson;

/** What is to be made, as the form stands. */
export type Wanted = {
  readonly edition: string;
  readonly language: Language;
  readonly audience: 'public' | 'internal';
  readonly formats: readonly Format[];
  readonly archive: boolean;
};

export const formats = ['html', 'pdf', 'docx', 'xlsx', 'data'] as const;
export type Format = (typeof formats)[number];
export const formatNames: { readonly [F in Format]: MessageId } = {
  html: 'documents.html',
  pdf: 'documents.pdf',
  docx: 'documents.docx',
  xlsx: 'documents.xlsx',
  data: 'documents.data',
};
export const languageNames = { nb: 'bokmål', nn: 'nynorsk', en: 'English' } as const;

/** `full`, `summary` or `municipality:selbu` by name. */
export function editionName(
  edition: string,
  parties: readonly PartyView[],
  t: (id: MessageId) => string,
): string {
  if (edition === 'full' || edition === 'summary') return t(`documents.${edition}`);
  const id = edition.slice(edition.indexOf(':') + 1);
  return parties.find(({ party }) => party === id)?.name ?? id;
}

/** The documents one reads, and the files of the open data. */
export const sorted = (files: Files): { readonly read: Files; readonly data: Files } => ({
  read: files.filter(({ name }) => /\.(?:html|pdf|docx|xlsx)$/.test(name)),
  data: files.filter(({ name }) => !/\.(?:html|pdf|docx|xlsx)$/.test(name)),
});

/** `12 kB`, `1 240 kB`: the size of a file. */
export const sizeText = (bytes: number): string =>
  `${`${Math.ceil(bytes / 1000)}`.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0kB`;
