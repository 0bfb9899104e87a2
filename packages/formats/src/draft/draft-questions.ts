import type { CheckReport } from '@samstyr/contract/check-findings';
import type { DraftQuestion } from '@samstyr/contract/texts/draft';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { type PublishedFormat, placeWord } from '@samstyr/contract/texts/published-findings';
import type { Place } from '@samstyr/core/control/published/published-document';
import { captionOf, type UnderstoodTable } from '@samstyr/core/control/published/understood-table';
import type { Key } from '@samstyr/core/key/grammar';
import type { Model } from '@samstyr/core/model/rows';
import { formatKroner } from '@samstyr/core/money/kroner';
import type { DraftRegisters } from './draft-registers.ts';
import type { Shares } from './share-tables.ts';
import type { DraftedKey } from './year-to-come.ts';

/** «side 4, tabell 3, rad 2»: where a person finds it. */
export const placeOf = (place: Place, format: PublishedFormat): string => {
  const word = placeWord(place, format, { page: 'side', line: 'linje', table: 'tabell' });
  return place.address !== undefined || place.table === null || format === 'text'
    ? word
    : [...new Set([word, `tabell ${place.table}`, `rad ${place.row ?? 1}`])].join(', ');
};

type Asked = {
  readonly model: Model;
  readonly keys: readonly DraftedKey[];
  readonly shares: Shares;
  readonly office: string;
  readonly given: { readonly format: PublishedFormat; readonly findings: CheckReport['findings'] };
  readonly registers: DraftRegisters;
  /** What was met while the tables were read. */
  readonly own: readonly DraftQuestion[];
};

/** What a person must answer, the whole of the draft first, then service by service, then what the check found. */
export function questionsOf(asked: Asked): readonly DraftQuestion[] {
  const { model, keys, shares, office, given, registers, own } = asked;
  const tableName = (table: UnderstoodTable) => ({
    table: captionOf(table) || `tabell ${table.view.table.ordinal}`,
    place: placeOf(table.view.table.place, given.format),
  });
  const causes = given.findings.filter(({ causeOf, severity }) => causeOf === null && severity !== 'info');
  const count = (...standings: readonly string[]): number =>
    keys.filter(({ guess }) => standings.includes(guess.standing)).length;
  return [
    {
      code: 'draft.keys',
      services: keys.length,
      proven: count('proven'),
      likely: count('likely'),
      open: count('unknown', 'untried', 'none'),
    },
    { code: 'draft.status', year: shares.year, before: shares.before },
    { code: 'draft.office', party: model.party.find(({ party }) => party === office)?.name ?? office },
    ...(model.party.some(({ kommunenummer }) => kommunenummer === null)
      ? [{ code: 'draft.parties' as const, count: model.party.length }]
      : []),
    { code: 'draft.hosts' },
    ...registers.printed.flatMap(({ register, heading, date, isDateAssumed, cell }) =>
      isDateAssumed && model.register.some(({ id }) => id === register.id)
        ? [
            {
              code: 'draft.registerDate' as const,
              register: heading,
              date,
              place: placeOf(cell.place, given.format),
            },
          ]
        : [],
    ),
    ...keyQuestions(model, keys),
    ...own,
    ...shares.missing.map(({ name, cell }) => ({
      code: 'draft.missing' as const,
      unit: name,
      place: placeOf(cell.place, given.format),
    })),
    ...shares.small.map((table) => ({ code: 'draft.small' as const, ...tableName(table) })),
    ...shares.leftOut.map((table) => ({ code: 'draft.leftOut' as const, ...tableName(table) })),
    ...causes.map(({ sentence, place }) => ({
      code: 'draft.finding' as const,
      sentence,
      place: placeOf({ ...place, address: place.address } as Place, given.format),
    })),
  ];
}

const inAll = (model: Model, key: Key) => ({
  nb: keyInWords(key, keyWordNames(model, 'nb'), 'nb'),
  nn: keyInWords(key, keyWordNames(model, 'nn'), 'nn'),
  en: keyInWords(key, keyWordNames(model, 'en'), 'en'),
});

function keyQuestions(model: Model, keys: readonly DraftedKey[]): readonly DraftQuestion[] {
  const untried = keys.filter(({ guess }) => guess.standing === 'untried');
  return [
    ...keys.flatMap(({ guess, name, place, members }): readonly DraftQuestion[] => {
      const about = { service: name, place };
      if (guess.standing === 'unknown') {
        const nearest = guess.fit.notes.find((note) => note.code === 'fit.nothing')?.nearest;
        const residual = nearest === undefined ? null : formatKroner(nearest.maxResidualOre);
        return [{ code: 'draft.keyUnknown', ...about, residual }];
      }
      if (guess.standing === 'untried' || guess.standing === 'none') return [];
      const { best } = guess;
      const told = { ...about, key: inAll(model, best.key), residual: formatKroner(best.maxResidualOre) };
      return guess.standing === 'likely'
        ? [{ code: 'draft.keyLikely', ...told, why: guess.why, count: guess.count }]
        : [{ code: 'draft.keyFits', ...told, members, bothYears: guess.bothYears }];
    }),
    ...(untried.length === 0
      ? []
      : [{ code: 'draft.keysUntried' as const, services: untried.map(({ name }) => name) }]),
  ];
}
