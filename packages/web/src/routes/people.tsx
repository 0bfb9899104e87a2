import type { InvitationJson, PersonJson } from '@samstyr/contract/api/admin-routes';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { grantText } from '../admin/grants.ts';
import { Invite } from '../admin/invite.tsx';
import { OnePerson } from '../admin/one-person.tsx';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { useBudget } from '../budget/use-budget.ts';
import { dateText, momentText } from '../parts/moment.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import type { ServerContext } from '../server/context.ts';
import { useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('admin.people');

/** Who has access; null: the reader is no administrator. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  const at = `/cooperations/${params['cooperation']}`;
  const [users, invitations] = await Promise.all([
    context.ask(request, `${at}/users`) as Promise<{ users: readonly PersonJson[] } | null>,
    context.ask(request, `${at}/invitations`) as Promise<{ invitations: readonly InvitationJson[] } | null>,
  ]);
  return users === null ? null : { users: users.users, invitations: invitations?.invitations ?? [] };
}

/** Who has access to the cooperation, as what, and how somebody new comes in. (S-WEB-31) */
export default function People() {
  const t = useText();
  const language = useLanguage();
  const link = useSearchLink();
  const budget = useBudget();
  const found = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const act = useAct();
  const [sent, setSent] = useState<Sent | null>(null);
  if (found === null) {
    return (
      <main id="innhold">
        <PageHead crumb={t('menu.admin')} title={t('admin.people')} lead={t('admin.notForYou')} />
      </main>
    );
  }
  const { users, invitations } = found;
  const chosen = users.find(({ user }) => user === search.get('person'));
  const active = users.filter(({ isActive }) => isActive).length;
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.admin')}
        title={t('admin.people')}
        lead={t('admin.peopleLead', { count: active, waiting: invitations.length })}
      />
      <div className="columns">
        <div>
          <TableRegion label={t('admin.people')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('accept.name')}</th>
                  <th scope="col">{t('admin.roles')}</th>
                  <th scope="col">{t('admin.lastLogin')}</th>
                </tr>
              </thead>
              <tbody>
                {users.map((one) => (
                  <tr key={one.user} aria-current={one === chosen ? 'true' : undefined}>
                    <th scope="row">
                      <Link to={link({ person: one.user })} preventScrollReset>
                        {one.name}
                      </Link>
                      <span className="small">{one.email}</span>
                    </th>
                    <td>
                      {one.grants.map((grant) => {
                        const text = grantText(budget, grant, language);
                        return <div key={text}>{text}</div>;
                      })}
                    </td>
                    <td>
                      {one.lastLoginAt === null ? t('admin.never') : momentText(one.lastLoginAt, language)}
                      {one.isActive ? null : <span className="tag bad">{t('admin.isClosed')}</span>}
                      {one.hasSecondFactor ? <span className="small">{t('admin.hasCode')}</span> : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          <h2>{t('admin.invited')}</h2>
          {invitations.length === 0 ? <p className="quiet">{t('admin.noneInvited')}</p> : null}
          <ul className="publications">
            {invitations.map((one) => (
              <li key={one.id}>
                <strong>{one.email}</strong>
                <span className="small">
                  {one.grants.map((grant) => grantText(budget, grant, language)).join(' · ')}
                  {` · ${t('admin.until', { date: dateText(one.expiresAt, language) })}`}
                </span>
                <button
                  type="button"
                  className="link"
                  aria-label={t('admin.revokeThis', { email: one.email })}
                  onClick={async () =>
                    setSent(await act({ method: 'DELETE', path: `/invitations/${one.id}` }))
                  }
                >
                  {t('admin.revoke')}
                </button>
              </li>
            ))}
          </ul>
          <Refusal sent={sent} />
        </div>
        <aside>
          {chosen === undefined ? <Invite /> : <OnePerson key={chosen.user} person={chosen} />}
          <p>
            <Link to="/nytt">{t('start.link')}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}
