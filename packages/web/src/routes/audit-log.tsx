import type { AuditChangeJson, AuditEntryJson } from '@samstyr/contract/api/work-routes';
import { tableNames } from '@samstyr/contract/tables/tables';
import { editWords } from '@samstyr/contract/texts/words';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { AuditChange, tableTitle } from '../admin/audit-change.tsx';
import { countText } from '../admin/register-file.tsx';
import { momentText } from '../parts/moment.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('admin.log');
const perPage = 50;

type Entry = AuditEntryJson & { readonly changes: readonly AuditChangeJson[] };
type Verified = {
  readonly entries: number;
  readonly rows: number;
  readonly head: string;
  readonly findings: readonly { readonly code: string; readonly text: string }[];
};

/** A page of the log, the entry that is opened and, when it is asked for, what holding everything against the log says. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  const at = `/cooperations/${params['cooperation']}`;
  const { searchParams: search } = new URL(request.url);
  const query = new URLSearchParams({ limit: `${perPage}` });
  for (const [name, ours] of [
    ['before', 'fra'],
    ['who', 'hvem'],
    ['table', 'tabell'],
  ] as const) {
    const value = search.get(ours) ?? '';
    if (value !== '') query.set(name, value);
  }
  const entry = search.get('post');
  const [list, opened, verified] = await Promise.all([
    context.ask(request, `${at}/audit?${query}`) as Promise<{ entries: readonly AuditEntryJson[] } | null>,
    entry === null
      ? null
      : (context.ask(request, `${at}/audit/${encodeURIComponent(entry)}`) as Promise<Entry | null>),
    search.get('kontroll') === null
      ? null
      : (context.ask(
          request,
          `${at}/verification?language=${languageOf(request)}`,
        ) as Promise<Verified | null>),
  ]);
  return { entries: list?.entries ?? null, opened, verified };
}

/** Who has changed what, newest first, each change before and after, and whether the log itself holds. (S-WEB-33) */
export default function AuditLog() {
  const t = useText();
  const language = useLanguage();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { entries, opened, verified } = useLoaderData<typeof loader>();
  if (entries === null) {
    return (
      <main id="innhold">
        <PageHead crumb={t('menu.admin')} title={t('admin.log')} lead={t('log.notForYou')} />
      </main>
    );
  }
  const opText = (op: string): string => {
    if (op in editWords) return editWords[op as keyof typeof editWords][language];
    return op in ops ? t(`log.op.${op as Op}`) : op;
  };
  const nameOf = ({ name, who }: AuditEntryJson): string => name ?? who;
  const who = search.get('hvem');
  const [first] = entries;
  const last = entries.at(-1);
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.admin')}
        title={t('admin.log')}
        lead={
          first === undefined
            ? t('log.none')
            : t('log.lead', {
                number: first.revision,
                moment: momentText(first.at, language),
                name: nameOf(first),
              })
        }
      >
        <Link className="button" to={link({ kontroll: '1' })}>
          {t('log.verify')}
        </Link>
      </PageHead>
      {verified === null ? null : (
        <div className={verified.findings.length === 0 ? 'note info' : 'note'} role="status">
          {verified.findings.length === 0 ? (
            <>
              <strong>
                {t('log.holds', { entries: verified.entries, rows: countText(`${verified.rows}`, language) })}
              </strong>
              <p>
                {t('log.head')} <code className="hash">{verified.head}</code>
              </p>
            </>
          ) : (
            <ul>
              {verified.findings.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <form className="controls" method="get">
        {who === null ? null : <input type="hidden" name="hvem" value={who} />}
        <span className="pick">
          <label htmlFor="tabell">{t('log.table')}</label>
          <select id="tabell" name="tabell" defaultValue={search.get('tabell') ?? ''}>
            <option value="">{t('overview.all')}</option>
            {tableNames.map((table) => (
              <option key={table} value={table}>
                {tableTitle(table)}
              </option>
            ))}
          </select>
        </span>
        <button type="submit" className="button">
          {t('overview.show')}
        </button>
        {who === null ? null : (
          <Link className="button" to={link({ hvem: null, fra: null })}>
            {t('log.everybody')}
          </Link>
        )}
      </form>
      <div className="columns">
        <div>
          <TableRegion label={t('admin.log')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('log.what')}</th>
                  <th scope="col">{t('log.when')}</th>
                  <th scope="col">{t('log.who')}</th>
                  <th scope="col" className="number">
                    {t('log.rows')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {entries.map((one) => (
                  <tr
                    key={one.revision}
                    aria-current={one.revision === opened?.revision ? 'true' : undefined}
                  >
                    <th scope="row">
                      <Link to={link({ post: `${one.revision}` })} preventScrollReset>
                        {`${one.revision} · ${opText(one.op)}`}
                      </Link>
                    </th>
                    <td>{momentText(one.at, language)}</td>
                    <td>
                      <Link
                        to={link({ hvem: one.who, fra: null })}
                        aria-label={t('log.only', { name: nameOf(one) })}
                      >
                        {nameOf(one)}
                      </Link>
                    </td>
                    <td className="number">{countText(`${one.rows}`, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          <p className="acts">
            {search.get('fra') === null ? null : (
              <Link className="button" to={link({ fra: null })}>
                {t('log.newest')}
              </Link>
            )}
            {entries.length < perPage || last === undefined ? null : (
              <Link className="button" to={link({ fra: `${last.revision}` })}>
                {t('log.older')}
              </Link>
            )}
          </p>
        </div>
        <aside>
          {opened === null ? (
            <p className="quiet">{t(search.get('post') === null ? 'log.open' : 'log.hidden')}</p>
          ) : (
            <section className="card" aria-labelledby="post">
              <h2 id="post">{`${opened.revision} · ${opText(opened.op)}`}</h2>
              <p className="quiet">{`${momentText(opened.at, language)} · ${nameOf(opened)}`}</p>
              <ul className="publications">
                {opened.changes.map((change) => (
                  <AuditChange key={`${change.table}:${change.id}`} change={change} />
                ))}
              </ul>
              {opened.rows > opened.changes.length ? (
                <p className="quiet">
                  {t('log.more', { count: countText(`${opened.rows - opened.changes.length}`, language) })}
                </p>
              ) : null}
              <details>
                <summary>{t('log.hash')}</summary>
                <code className="hash">{opened.hash}</code>
              </details>
            </section>
          )}
        </aside>
      </div>
    </main>
  );
}

const ops = {
  import: true,
  putRow: true,
  removeRow: true,
  batch: true,
  revertTo: true,
  adoptVersion: true,
  adoptAlternative: true,
  addComment: true,
  resolveComment: true,
  putTask: true,
} as const;
type Op = keyof typeof ops;
