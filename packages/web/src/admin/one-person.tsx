import type { LinkJson, PersonJson, WantedGrantJson } from '@samstyr/contract/api/admin-routes';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Sent } from '../api/send.ts';
import { type Act, useAct } from '../api/use-act.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useSearchLink } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';
import { GrantsForm } from './grants-form.tsx';
import { LinkOnce } from './link-once.tsx';

const wantedOf = ({ role, units, party }: PersonJson['grants'][number]): WantedGrantJson => ({
  role,
  units,
  party,
});

/** What a person may do here, and whether they get in. */
export function OnePerson({ person }: { readonly person: PersonJson }) {
  const t = useText();
  const link = useSearchLink();
  const act = useAct();
  const [sent, setSent] = useState<Sent | null>(null);
  const [grants, setGrants] = useState<readonly WantedGrantJson[]>(person.grants.map(wantedOf));
  const [reset, setReset] = useState<LinkJson | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { user, name, email, isActive } = person;
  const run = async (said: string, wish: Act): Promise<unknown> => {
    setDone(null);
    const answer = await act(wish);
    setSent(answer);
    if (answer.is !== 'done') return null;
    setDone(said);
    return answer.answer;
  };
  return (
    <section className="card" aria-labelledby="person">
      <h2 id="person" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p className="quiet">{email}</p>
      <GrantsForm grants={grants} change={setGrants} />
      <p className="quiet">{t('admin.rolesHelp')}</p>
      <p className="acts">
        <button
          type="button"
          className="button primary"
          onClick={() =>
            run(t('admin.rolesSaved'), { method: 'PUT', path: `/users/${user}/roles`, body: { grants } })
          }
        >
          {t('admin.saveRoles')}
        </button>
        <Link className="button" to={link({ person: null })}>
          {t('admin.back')}
        </Link>
      </p>
      <h3>{t('admin.account')}</h3>
      <p className="quiet">{t(isActive ? 'admin.closeHelp' : 'admin.openHelp')}</p>
      <p className="acts">
        <button
          type="button"
          className="button"
          onClick={() =>
            run(t(isActive ? 'admin.closed' : 'admin.opened'), {
              method: 'PUT',
              path: `/users/${user}/active`,
              body: { active: !isActive },
            })
          }
        >
          {t(isActive ? 'admin.close' : 'admin.open')}
        </button>
        <button
          type="button"
          className="button"
          onClick={async () =>
            setReset((await run('', { method: 'POST', path: `/users/${user}/reset` })) as LinkJson | null)
          }
        >
          {t('admin.reset')}
        </button>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('admin.remove')}
        </button>
      </p>
      {reset === null ? null : <LinkOnce key={reset.token} link={reset} email={email} />}
      <Refusal sent={sent} />
      <output>{done}</output>
      {isAsking ? (
        <Dialog title={t('admin.removeTitle', { name })} close={() => setAsking(false)}>
          <p>{t('admin.removeHelp')}</p>
          <p className="acts">
            <button
              type="button"
              className="button primary"
              onClick={() => {
                setAsking(false);
                void run('', { method: 'DELETE', path: `/users/${user}` });
              }}
            >
              {t('admin.remove')}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('publish.cancel')}
            </button>
          </p>
        </Dialog>
      ) : null}
    </section>
  );
}
