import type { Language } from '@samstyr/contract/texts/language';
import { shortName } from '@samstyr/core/setup/set-up';
import type { Me } from '../api/me.ts';
import { type Budget, columnsOf, nameIn, serviceName } from '../budget/budget.ts';
import { kroner } from '../budget/numbers.ts';
import { menuOf } from '../shell/menu.ts';
import type { MessageId } from '../texts/messages.ts';

export type HitKind = 'page' | 'unit' | 'municipality' | 'service' | 'key' | 'case' | 'figure';

/** Something that has a name and an address. */
export type Hit = {
  readonly kind: HitKind;
  readonly name: string;
  /** What stands beside it: an amount. */
  readonly detail: string | null;
  /** Below the year: `enhet/nav`, `?tall=…`. */
  readonly page: string;
};

type Words = readonly string[];
type Entry = Hit & { readonly words: Words };

export type SearchIn = {
  readonly budget: Budget;
  readonly me: Me;
  readonly cooperation: string;
  readonly language: Language;
  readonly t: (id: MessageId, values?: { readonly [name: string]: string | number }) => string;
};

/** `Lønn/regnskap` → `lonn`, `regnskap`: how a name is compared, whatever its letters, signs and case. */
const wordsOf = (text: string): Words =>
  shortName(text)
    .split('-')
    .filter((word) => word !== '');

/** Everything this reader may see that has a name. What the server has left out of the tables is not here. (S-WEB-47) */
export function entriesOf({ budget, me, cooperation, language, t }: SearchIn): readonly Entry[] {
  const { index, overview } = budget;
  const entry = (hit: Omit<Hit, 'detail'>, also: readonly string[] = []): Entry => ({
    ...hit,
    detail: null,
    words: [hit.name, ...also].flatMap(wordsOf),
  });
  const pages = menuOf(me, cooperation, budget.scope)
    .flatMap(({ items }) => items)
    .map(({ page, name }) => entry({ kind: 'page', name: t(name), page }));
  const units = index.model.unit.map((unit) =>
    entry({ kind: 'unit', name: nameIn(unit, language), page: `enhet/${unit.id}` }, [
      unit.name,
      ...unit.aliases,
    ]),
  );
  const parties = columnsOf(budget).map(({ name, number }) =>
    entry({ kind: 'municipality', name, page: `kommune/${number}` }, [number]),
  );
  const services = index.model.service.filter(({ id, unit }) => id !== unit);
  const ofServices = services.map(({ id, unit }) =>
    entry({ kind: 'service', name: serviceName(budget, id, language), page: `enhet/${unit}` }),
  );
  const paid = new Set(overview.rows.map(({ service }) => service));
  const keys = index.model.service
    .filter(({ id }) => paid.has(id) && budget.isComputed(id))
    .map(({ id }) =>
      entry({
        kind: 'key',
        name: t('search.keyOf', { name: serviceName(budget, id, language) }),
        page: `nokkel/${id}`,
      }),
    );
  const cases = index.model.case.map(({ title, id }) =>
    entry({ kind: 'case', name: title, page: `vedtak#${id}` }),
  );
  return [...pages, ...units, ...parties, ...ofServices, ...keys, ...cases];
}

/** What each party pays of each unit and service, when somebody has written the names of both. */
function figuresOf({ budget, language, t }: SearchIn, tokens: Words): readonly Entry[] {
  if (tokens.length < 2) return [];
  const { overview, index, year } = budget;
  const named = new Map(overview.parties.map((party) => [party.party, party]));
  const partyWords = new Map(
    overview.parties.map(({ party, name, number }) => [party, wordsOf(`${name} ${number}`)]),
  );
  const names = new Map<string, string>();
  const nameOf = (unit: string, service: string | null): string => {
    const id = `${unit} ${service ?? ''}`;
    const row = index.unit.get(unit);
    const name =
      names.get(id) ??
      (service === null
        ? row === undefined
          ? unit
          : nameIn(row, language)
        : serviceName(budget, service, language));
    names.set(id, name);
    return name;
  };
  return overview.rows.flatMap(({ unit, service, party, current }): readonly Entry[] => {
    const whose = party === null ? undefined : named.get(party);
    if (unit === null || whose === undefined || service === unit) return [];
    if (current.attendance !== 'member' || current.ore === null || budget.hides(current.figureId)) return [];
    const own = partyWords.get(whose.party) ?? [];
    if (!tokens.some((token) => own.some((word) => word.startsWith(token)))) return [];
    const name = nameOf(unit, service);
    return [
      {
        kind: 'figure',
        name: t('search.figure', { name, party: whose.name, year }),
        detail: `${kroner(current.ore)}\u00a0kr`,
        page: `?tall=${encodeURIComponent(current.figureId)}`,
        words: [...wordsOf(name), ...own, `${year}`],
      },
    ];
  });
}

/** How well words are met; null: one of them is nowhere. Less is better. */
function scoreOf({ words }: Entry, tokens: Words): number | null {
  let score = 0;
  for (const token of tokens) {
    const at = words.findIndex((word) => word.startsWith(token));
    if (at >= 0) score += (words[at] === token ? 0 : 1) + (at === 0 ? 0 : 2);
    else if (token.length > 2 && words.some((word) => word.includes(token))) score += 8;
    else return null;
  }
  return score;
}

const order: readonly HitKind[] = ['unit', 'municipality', 'page', 'service', 'key', 'case', 'figure'];

/** What is called something like what was written, the best first. A unit and a municipality together is a figure. */
export function found(where: SearchIn, entries: readonly Entry[], query: string): readonly Hit[] {
  const tokens = wordsOf(query);
  if (tokens.length === 0) return [];
  return [...entries, ...figuresOf(where, tokens)]
    .flatMap((entry) => {
      const score = scoreOf(entry, tokens);
      return score === null ? [] : [{ entry, score: score * 10 + order.indexOf(entry.kind) }];
    })
    .sort((a, b) => a.score - b.score || a.entry.name.length - b.entry.name.length)
    .map(({ entry: { words: _, ...hit } }) => hit);
}
