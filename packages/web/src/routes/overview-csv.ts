import { canonicalKroner } from '@samstyr/core/money/kroner';
import { data, type LoaderFunctionArgs } from 'react-router';
import { columnsOf, rowAt } from '../budget/budget.ts';
import { shownVersion, versionInAddress } from '../budget/shown-version.ts';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';

const quoted = (text: string): string => {
  // A cell that begins as a formula is kept as text by whoever opens the file.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What the overview shows, in kroner with two decimals: the filter and the kind of the address. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  if (!/^\d{4}$/.test(params['year'] ?? '')) throw data(null, { status: 404 });
  const year = Number(params['year']);
  const tables = await context.tables(request, params['cooperation'] ?? '', {
    year,
    figure: null,
    language: languageOf(request),
  });
  if ('refused' in tables) throw data(null, { status: tables.refused === 'notLoggedIn' ? 401 : 404 });
  if (tables.scope === 'funding') throw data(null, { status: 403 });
  const search = new URL(request.url).searchParams;
  const budget = shownVersion(tables, year, search.get(versionInAddress));
  if (!budget.ok) throw data(null, { status: 409 });
  const kind = search.get('slag') === 'investering' ? 'investment' : 'operating';
  const wanted = search.get('kommune');
  const parties = columnsOf(budget.value).filter(
    ({ number }) => wanted === null || wanted === '' || number === wanted,
  );
  const sides = [null, ...parties];
  const { index, hides } = budget.value;
  const head = [
    'enhet',
    ...sides.flatMap((party) => [`${party?.name ?? 'sum'} ${year - 1}`, `${party?.name ?? 'sum'} ${year}`]),
  ];
  const lines = [...index.model.unit, null].flatMap((unit) => {
    const rows = sides.map((party) =>
      rowAt(budget.value, { unit: unit?.id ?? null, party: party?.party ?? null, kind }),
    );
    if (rows[0] === undefined) return [];
    return [
      [
        unit?.name ?? 'sum',
        ...rows.flatMap((row) =>
          [row?.previous, row?.current].map((amount) =>
            amount?.ore == null || amount.attendance !== 'member' || hides(amount.figureId)
              ? ''
              : canonicalKroner(amount.ore),
          ),
        ),
      ],
    ];
  });
  const text = [head, ...lines].map((line) => line.map(quoted).join(',')).join('\n');
  return new Response(`\ufeff${text}\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="oversikt-${budget.value.alternative?.id ?? year}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
