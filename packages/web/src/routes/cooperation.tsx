import { budgetProblemTexts } from '@samstyr/contract/texts/budget-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { useMemo } from 'react';
import {
  data,
  type LoaderFunctionArgs,
  Outlet,
  redirect,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useLocation,
  useParams,
  useSearchParams,
} from 'react-router';
import { useMe } from '../api/me.ts';
import { budgetOf } from '../budget/budget.ts';
import { shownVersion, versionInAddress } from '../budget/shown-version.ts';
import { BudgetContext, StoppedContext, TablesContext } from '../budget/use-budget.ts';
import { ExplainPanel } from '../explain/explain-panel.tsx';
import { OnlyFunding } from '../parts/only-funding.tsx';
import type { ServerContext, Tables } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { fundingPage } from '../shell/menu.ts';
import { Shell } from '../shell/shell.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** The one loader of the work surface: the cooperation's tables as this reader may see them. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  const { cooperation = '', year = '' } = params;
  const { pathname, search, searchParams } = new URL(request.url);
  const tables = await context.tables(request, cooperation, {
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    figure: searchParams.get('tall'),
    language: languageOf(request),
  });
  if ('refused' in tables) {
    if (tables.refused === 'notLoggedIn')
      throw redirect(`/logg-inn?til=${encodeURIComponent(`${pathname}${search}`)}`);
    throw data(null, { status: tables.refused === 'notAllowed' ? 403 : 404 });
  }
  const years = [...new Set(tables.model.version.map((row) => row.year))].sort((a, b) => a - b);
  const home = tables.scope === 'funding' ? `/${fundingPage}` : '';
  if (year === 'nyeste') throw redirect(`/${cooperation}/${years.at(-1) ?? 'tom'}${home}`);
  const wanted = /^\d{4}$/.test(year) ? Number(year) : null;
  if (wanted === null || !years.includes(wanted)) throw data(null, { status: 404 });
  // What few pages read comes with them.
  const found = { ...tables, model: { ...tables.model, published: [] }, years, year: wanted };
  return data(found, { status: isOpen(tables.scope, pathname) ? 200 : 403 });
}

/** Whether there is something on a page for a reader. */
const isOpen = (scope: Tables['scope'], pathname: string): boolean =>
  scope === 'cooperation' || pathname.split('/')[3] === fundingPage;

/** Moving between pages of one year needs no new tables. A figure's explanation may: not every reader can make it. */
export const shouldRevalidate = ({
  currentParams,
  nextParams,
  currentUrl,
  nextUrl,
}: ShouldRevalidateFunctionArgs) =>
  currentUrl.href === nextUrl.href ||
  currentParams['cooperation'] !== nextParams['cooperation'] ||
  currentParams['year'] !== nextParams['year'] ||
  currentUrl.searchParams.get('tall') !== nextUrl.searchParams.get('tall');

export default function Cooperation() {
  const t = useText();
  const language = useLanguage();
  const { name, year, years, ...tables } = useLoaderData<typeof loader>();
  const { scope, model, hidden, seen } = tables;
  const me = useMe();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const { cooperation } = useParams();
  const plain = useMemo(
    () => budgetOf({ scope, model, hidden, seen }, year),
    [scope, model, year, hidden, seen],
  );
  // A version is shown in the overview; the pages one works on are of the budget.
  const version = pathname === `/${cooperation}/${year}` ? search.get(versionInAddress) : null;
  const chosen = useMemo(
    () => (version === null ? null : shownVersion({ scope, model, hidden, seen }, year, version)),
    [scope, model, year, hidden, seen, version],
  );
  const budget = chosen?.ok ? chosen : plain;
  if (!budget.ok) {
    return (
      <main className="alone">
        <h1>{t('error.noBudget', { year })}</h1>
        <ul>
          {budget.problems.map((problem) => (
            <li key={JSON.stringify(problem, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}>
              {tell(budgetProblemTexts, language, problem)}
            </li>
          ))}
        </ul>
      </main>
    );
  }
  const status = currentVersion(indexModel(model), year)?.status ?? 'proposal';
  return (
    <TablesContext value={tables}>
      <BudgetContext value={budget.value}>
        <StoppedContext value={chosen === null || chosen.ok ? [] : chosen.problems}>
          <Shell name={name} year={year} years={years} status={status} me={me}>
            {isOpen(scope, pathname) ? (
              <>
                <Outlet />
                <ExplainPanel />
              </>
            ) : (
              <OnlyFunding />
            )}
          </Shell>
        </StoppedContext>
      </BudgetContext>
    </TablesContext>
  );
}
