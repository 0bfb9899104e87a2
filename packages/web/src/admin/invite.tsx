import type { LinkJson, WantedGrantJson } from '@samstyr/contract/api/admin-routes';
import { type FormEvent, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useText } from '../texts/use-text.tsx';
import { GrantsForm } from './grants-form.tsx';
import { LinkOnce } from './link-once.tsx';

const reader: readonly WantedGrantJson[] = [{ role: 'reader', units: [], party: null }];

/** Somebody new: their address and what they are to be. The link comes back once. */
export function Invite() {
  const t = useText();
  const act = useAct();
  const [sent, setSent] = useState<Sent | null>(null);
  const [grants, setGrants] = useState(reader);
  const [made, setMade] = useState<{ readonly link: LinkJson; readonly email: string } | null>(null);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = typed(form, 'email').trim();
    const answer = await act({ method: 'POST', path: '/invitations', body: { email, grants } });
    setSent(answer);
    if (answer.is !== 'done') return setMade(null);
    setMade({ link: answer.answer as LinkJson, email });
    setGrants(reader);
    form.reset();
  };
  return (
    <section className="card" aria-labelledby="inviter">
      <h2 id="inviter">{t('admin.invite')}</h2>
      {made === null ? null : <LinkOnce key={made.link.token} {...made} />}
      <form method="post" onSubmit={onSubmit}>
        <Field label={t('login.email')} name="email" type="email" />
        <GrantsForm grants={grants} change={setGrants} />
        <Refusal sent={sent} />
        <button type="submit" className="button primary">
          {t('admin.makeLink')}
        </button>
      </form>
    </section>
  );
}
