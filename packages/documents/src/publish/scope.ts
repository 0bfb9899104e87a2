import type { Texts } from '@samstyr/contract/texts/language';
import { nearest } from '@samstyr/contract/texts/nearest';
import type { Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { Scope } from '../joint-budget/source.ts';

export type ScopeProblem =
  | { readonly code: 'edition.unknown'; readonly word: string }
  /** `public` and `internal` say who reads, not what is in it. */
  | { readonly code: 'edition.audience'; readonly word: string }
  | {
      readonly code: 'edition.unknownMunicipality';
      readonly name: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    };

const municipality = 'municipality:';

/** What `full`, `summary` or `municipality:NAME` names; NAME is a name, a kommunenummer or the party's slug, in any case of letters. (S-EDI-01) */
export function scopeOf(index: IndexedModel, overview: Overview, word: string): Result<Scope, ScopeProblem> {
  if (word === 'full' || word === 'summary') return ok({ scope: word });
  if (word === 'public' || word === 'internal') return fail({ code: 'edition.audience', word });
  if (!word.startsWith(municipality)) return fail({ code: 'edition.unknown', word });
  const name = word.slice(municipality.length).trim();
  const payers = overview.parties.filter(({ column }) => column);
  const party = findParty(index, name) ?? findParty(index, name.toLocaleLowerCase('nb'));
  const found = payers.find((one) => one.party === party);
  if (found !== undefined) return ok({ scope: 'municipality', party: found.party });
  const known = payers.map((one) => one.name);
  return fail({ code: 'edition.unknownMunicipality', name, nearest: nearest(name, known), known });
}

/** The end of a file's name: `-selbu`, `-sammendrag`, `-intern`; nothing for everybody's whole. */
export function fileEnding(scope: Scope, audience: 'public' | 'internal'): string {
  const part = scope.scope === 'full' ? '' : scope.scope === 'summary' ? '-sammendrag' : `-${scope.party}`;
  return audience === 'internal' ? `${part}-intern` : part;
}

const did = (nearestName: string | null, words: (name: string) => string): string =>
  nearestName === null ? '' : ` ${words(nearestName)}`;

export const scopeProblemTexts: Texts<ScopeProblem> = {
  'edition.unknown': {
    nb: ({ word }) => `--edition kan være full, summary eller municipality:NAVN, ikke «${word}».`,
    nn: ({ word }) => `--edition kan vere full, summary eller municipality:NAMN, ikkje «${word}».`,
    en: ({ word }) => `--edition can be full, summary or municipality:NAME, not “${word}”.`,
  },
  'edition.audience': {
    nb: ({ word }) =>
      `--edition sier hva som er med: full, summary eller municipality:NAVN. Hvem utgaven er for, skrives --audience ${word}.`,
    nn: ({ word }) =>
      `--edition seier kva som er med: full, summary eller municipality:NAMN. Kven utgåva er for, blir skrive --audience ${word}.`,
    en: ({ word }) =>
      `--edition says what is in it: full, summary or municipality:NAME. Whom it is for is written --audience ${word}.`,
  },
  'edition.unknownMunicipality': {
    nb: ({ name, nearest: near, known }) =>
      `Ingen kommune i samarbeidet heter «${name}».${did(near, (one) => `Mente du ${one}?`)} Velg ${known.join(', ')}.`,
    nn: ({ name, nearest: near, known }) =>
      `Ingen kommune i samarbeidet heiter «${name}».${did(near, (one) => `Meinte du ${one}?`)} Vel ${known.join(', ')}.`,
    en: ({ name, nearest: near, known }) =>
      `No municipality of the cooperation is called “${name}”.${did(near, (one) => `Did you mean ${one}?`)} Choose ${known.join(', ')}.`,
  },
};
