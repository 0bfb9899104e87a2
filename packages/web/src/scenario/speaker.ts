import { dayText } from '@samstyr/contract/texts/day-text';
import type { KeyWordNames } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import { parseDay } from '@samstyr/core/period/day';
import { type Budget, nameIn, serviceName } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** What is needed to say something of a budget in the reader's language. */
export type Speaker = {
  readonly t: ReturnType<typeof useText>;
  readonly language: Language;
  readonly budget: Budget;
  readonly names: KeyWordNames;
  readonly party: (slug: string) => string;
  /** A service or a whole unit. */
  readonly service: (id: string) => string;
  readonly day: (text: string) => string;
};

export function useSpeaker(): Speaker {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { index, overview } = budget;
  const names = keyWordNames(index.model, language);
  return {
    ...{ t, language, budget, names },
    party: (slug) =>
      overview.parties.find((one) => one.party === slug || one.number === slug)?.name ?? names.party(slug),
    service: (id) => {
      const unit = index.service.has(id) ? undefined : index.unit.get(id);
      return unit === undefined ? serviceName(budget, id, language) : nameIn(unit, language);
    },
    day: (text) => {
      const read = parseDay(text);
      return read === null ? text : dayText(read, language);
    },
  };
}
