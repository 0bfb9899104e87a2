import { editsJson } from '@samstyr/contract/edit-json';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { changeWords, editWords, growthWords } from '@samstyr/contract/texts/words';
import type { Fraction } from '@samstyr/core/fraction/fraction';
import type { DateRule, Key } from '@samstyr/core/key/grammar';
import type { Edit } from '@samstyr/core/model/edit';
import type { ChangeKind, GrowthKind } from '@samstyr/core/model/rows';
import { decimals, kroner, signed } from '../budget/numbers.ts';
import { dayOfRule } from '../key/try-key.ts';
import type { Speaker } from './speaker.ts';

/** Edits in a row that say the same of one or many services. */
export type Alike = readonly [Edit, ...Edit[]];

export function alike(edits: readonly Edit[]): readonly Alike[] {
  const groups: Alike[] = [];
  for (const edit of edits) {
    const last = groups.at(-1);
    if (last !== undefined && sameOfAll(last[0]) === sameOfAll(edit)) groups.splice(-1, 1, [...last, edit]);
    else groups.push([edit]);
  }
  return groups;
}

/** What edits that are alike say, in one line. */
export function editsInWords(speaker: Speaker, edits: Alike): string {
  const { t, language } = speaker;
  const { op, ...fields } = edits[0];
  const of = edits.flatMap((edit) => ('service' in edit && edit.service !== null ? [edit.service] : []));
  const services =
    of.length > 2 ? [t('scenario.manyServices', { count: of.length })] : of.map(speaker.service);
  return `${editWords[op][language]}: ${[...services, ...detailsOf(speaker, op, fields)].join(', ')}`;
}

/** What an edit says but for its service, and for what its rate is of. */
function sameOfAll(edit: Edit): string {
  const [json] = editsJson([edit]);
  return JSON.stringify({ ...json, service: null, baseOre: null });
}

const detailsOf = (speaker: Speaker, op: Edit['op'], fields: object): readonly string[] =>
  Object.entries(fields).flatMap(([field, value]) => detail(speaker, op, field, value));

/** What a field says; nothing where it says nothing more. */
function detail(speaker: Speaker, op: Edit['op'], field: string, value: unknown): readonly string[] {
  const { language, names, budget } = speaker;
  if (value === null || value === false) return [];
  switch (field) {
    case 'service':
    case 'baseOre':
      return [];
    case 'party':
    case 'funder':
      return [speaker.party(value as string)];
    case 'register':
      return [names.counted(value as string)];
    case 'counterpart':
      return [speaker.service(value as string)];
    case 'key':
      return [keyInWords(value as Key, names, language)];
    case 'kind':
      return op === 'addChange'
        ? [changeWords[value as ChangeKind][language]]
        : [growthWords[value as GrowthKind][language]];
    case 'oneOff':
      return [changeWords.oneOff[language]];
    case 'ratePercent':
      return [`${decimals(value as Fraction, 2).replace(/,?0+$/, '')}\u00a0%`];
    case 'share': {
      const { n, d } = value as Fraction;
      return [`${decimals({ n: n * 100n, d }, 1)}\u00a0%`];
    }
    case 'amountOre':
      return [`${signed(kroner(value as bigint))}\u00a0kr`];
    case 'count':
    case 'value':
      return [decimals(value as Fraction, (value as Fraction).d === 1n ? 0 : 2)];
    case 'pays':
    case 'saves':
      return detailsOf(speaker, op, value as object);
    case 'date':
    case 'from':
    case 'until':
      return [speaker.day(dayOfRule(value as DateRule, budget.year))];
    default:
      return [`«${value}»`];
  }
}
