import type { Model } from '@samstyr/core/model/rows';
import type { KeyWordNames } from './key-in-words.ts';
import type { Language } from './language.ts';

/** A model's own names for `keyInWords`. A party by its latest name; what a register counts, in the words its owner gave. */
export function keyWordNames(model: Model, language: Language): KeyWordNames {
  const party = new Map(model.party.map((row) => [row.party, row.name]));
  const counted = new Map(
    model.register.map(({ id, units, nameNn, nameEn }) => {
      const name = language === 'nn' ? nameNn : language === 'en' ? nameEn : null;
      return [id, name === null ? units : name.toLocaleLowerCase(language)];
    }),
  );
  return {
    party: (slug) => party.get(slug) ?? slug,
    counted: (register) => counted.get(register) ?? register,
  };
}
