import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { usePath } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { entriesOf, found, type Hit } from './find.ts';

/** Finds by name in what this reader may see. Nothing is gathered before somebody has written something. */
export function useSearch(query: string): {
  readonly hits: readonly Hit[];
  readonly addressOf: (hit: Hit) => string;
} {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const me = useMe();
  const path = usePath();
  const { cooperation = '' } = useParams();
  const isAsked = query.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts follow the language
  const gathered = useMemo(() => {
    const where = { budget, me, cooperation, language, t };
    return isAsked ? { where, entries: entriesOf(where) } : null;
  }, [budget, me, cooperation, language, isAsked]);
  const hits = useMemo(
    () => (gathered === null ? [] : found(gathered.where, gathered.entries, query)),
    [gathered, query],
  );
  return {
    hits,
    addressOf: ({ page }) => (page.startsWith('?') ? `${path('')}${page}` : path(page)),
  };
}
