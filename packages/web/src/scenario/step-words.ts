import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { changeWords } from '@samstyr/contract/texts/words';
import type { Edit } from '@samstyr/core/model/edit';
import type { Budget } from '../budget/budget.ts';
import { alike, editsInWords } from './edit-words.ts';
import type { Speaker } from './speaker.ts';
import { editsOf, everyService, type Step, savedRow, stepText } from './step.ts';

/** A step as people say it. */
export function inWords(speaker: Speaker, one: Step): string {
  const { t, language, budget, names, party, service, day } = speaker;
  switch (one.step) {
    case 'population':
      return t('scenario.population', { date: day(one.date) });
    case 'saving':
      return t('scenario.saving', { service: service(one.service), percent: one.percent });
    case 'key': {
      const [edit] = editsOf(budget, one);
      const key = edit?.op === 'setKey' ? keyInWords(edit.key, names, language) : '';
      return t('scenario.key', { service: service(one.service), date: day(one.from), key });
    }
    case 'growth':
      return t('scenario.growth', {
        kind: capital(changeWords[one.kind][language]),
        rate: one.rate.replace(/[.,]/, language === 'en' ? '.' : ','),
        date: day(one.from),
        service: one.service === everyService ? t('scenario.everyService') : service(one.service),
      });
    case 'saved':
      return savedRow(budget, one)?.name ?? one.id;
    default:
      return t(one.step === 'leave' ? 'scenario.leave' : 'scenario.join', {
        ...{ party: party(one.party), service: service(one.service), date: day(one.from) },
      });
  }
}

/** A sentence's beginning. */
export const capital = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase('nb')}${text.slice(1)}`;

/** A step, or where it is a saved version, each of the steps that has. */
export type Part = {
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly words: (speaker: Speaker) => string;
};

/** What an alternative is made of, in the order it is done. */
export const partsOf = (budget: Budget, steps: readonly Step[]): readonly Part[] =>
  steps.flatMap((one): readonly Part[] => {
    const edits = editsOf(budget, one);
    return one.step === 'saved'
      ? alike(edits).map((group, at) => ({
          ...{ id: `${one.id}/${at}`, edits: group, words: (speaker) => editsInWords(speaker, group) },
        }))
      : [{ id: stepText(one), edits, words: (speaker) => inWords(speaker, one) }];
  });
