import { type FormEvent, useEffect, useState } from 'react';
import { type Sent, send } from '../api/send.ts';
import { PublicHead } from '../shell/public-head.tsx';
import { useText } from '../texts/use-text.tsx';
import { Field, typed } from './field.tsx';
import { Refusal } from './refusal.tsx';

/**
 * Where the link an administrator hands over leads. The token stands behind `#`, which browsers do not send: it is in no log, and it is
 * taken out of the address as soon as it is read.
 */
export function AcceptLink({ kind }: { readonly kind: 'invitation' | 'reset' }) {
  const t = useText();
  const [token, setToken] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => {
    const { hash, pathname } = globalThis.location;
    if (hash === '') return;
    setToken(hash.slice(1));
    history.replaceState(history.state, '', pathname);
  }, []);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const password = typed(form, 'password');
    const given = token === '' ? typed(form, 'token').trim() : token;
    const answer = await send(
      kind === 'invitation'
        ? {
            method: 'POST',
            path: '/invitations/accept',
            csrf: '',
            body: { token: given, name: typed(form, 'name').trim(), password },
          }
        : { method: 'POST', path: '/resets/accept', csrf: '', body: { token: given, password } },
    );
    setSent(answer);
    if (answer.is === 'done') globalThis.location.assign(kind === 'invitation' ? '/' : '/logg-inn');
  };
  return (
    <>
      <PublicHead />
      <main className="alone narrow" id="innhold">
        <h1>{t(kind === 'invitation' ? 'accept.invitation' : 'accept.reset')}</h1>
        <p className="lead">{t(kind === 'invitation' ? 'accept.invitationLead' : 'accept.resetLead')}</p>
        <form method="post" onSubmit={onSubmit}>
          {token === '' ? (
            <Field label={t('accept.token')} name="token" help={t('accept.tokenHelp')} />
          ) : null}
          {kind === 'invitation' ? <Field label={t('accept.name')} name="name" autoComplete="name" /> : null}
          <Field
            label={t('accept.password')}
            name="password"
            type="password"
            autoComplete="new-password"
            help={t('accept.passwordHelp')}
          />
          <Refusal sent={sent} />
          <p>
            <button type="submit" className="button primary">
              {t('accept.send')}
            </button>
          </p>
        </form>
      </main>
    </>
  );
}
