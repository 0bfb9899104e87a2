import { type FormEvent, useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { type Sent, send } from '../api/send.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { PublicHead } from '../shell/public-head.tsx';
import { titled } from '../texts/title.ts';
import { useText } from '../texts/use-text.tsx';

export const meta = titled('login.title');

export const loader = ({ context }: LoaderFunctionArgs<ServerContext>) => ({
  hasProvider: context.hasProvider,
});

/** Without JavaScript the form comes here, and the API is asked on the server: what is refused is said in the page. (S-WEB-22) */
export async function action({ request, context }: ActionFunctionArgs<ServerContext>) {
  const form = await request.formData();
  const text = (name: string): string => `${form.get(name) ?? ''}`;
  const code = text('code').replaceAll(' ', '');
  const email = text('email').trim();
  const done = await context.logIn(request, {
    email,
    password: text('password'),
    code: code === '' ? null : code,
    language: languageOf(request),
  });
  if ('problem' in done) return data({ problem: done.problem, email }, { status: done.problem.status });
  const headers = new Headers();
  for (const cookie of done.cookies) headers.append('Set-Cookie', cookie);
  return redirect(ownPath(new URL(request.url).searchParams.get('til')), { status: 303, headers });
}

/** Only addresses of our own: a login never sends anybody elsewhere. */
const ownPath = (text: string | null): string => (text !== null && /^\/(?![/\\])/.test(text) ? text : '/');

/** In with e-mail and password; the code is asked for when the account has one. (S-WEB-22) */
export default function Login() {
  const t = useText();
  const { hasProvider } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const before = useActionData<typeof action>();
  const [sent, setSent] = useState<Sent | null>(
    before === undefined ? null : { is: 'refused', problem: before.problem },
  );
  const [isBusy, setBusy] = useState(false);
  const needsCode = sent?.is === 'refused' && /^login\.(?:codeNeeded|wrongCode)$/.test(sent.problem.code);
  const [hasAsked, setAsked] = useState(false);
  const asksCode = needsCode || hasAsked;
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = typed(form, 'code').replaceAll(' ', '');
    setBusy(true);
    const answer = await send({
      method: 'POST',
      path: '/session',
      csrf: '',
      body: {
        email: typed(form, 'email').trim(),
        password: typed(form, 'password'),
        code: code === '' ? null : code,
      },
    });
    if (answer.is === 'done') {
      globalThis.location.assign(ownPath(search.get('til')));
      return;
    }
    setBusy(false);
    setSent(answer);
    if (answer.is === 'refused' && answer.problem.code === 'login.codeNeeded') setAsked(true);
  };
  return (
    <>
      <PublicHead />
      <main className="alone narrow" id="innhold">
        <h1>{t('login.title')}</h1>
        <p className="lead">{t('login.lead')}</p>
        {hasProvider ? (
          <p>
            <a className="button primary" href="/api/v1/oidc/start">
              {t('login.provider')}
            </a>
          </p>
        ) : null}
        {/* `post`: without JavaScript the browser must not put a password in an address. */}
        <form method="post" onSubmit={onSubmit}>
          <Field
            label={t('login.email')}
            name="email"
            type="email"
            autoComplete="username"
            value={before?.email ?? ''}
          />
          <Field
            label={t('login.password')}
            name="password"
            type="password"
            autoComplete="current-password"
          />
          {asksCode ? (
            <Field
              label={t('login.code')}
              name="code"
              autoComplete="one-time-code"
              help={t('login.codeHelp')}
            />
          ) : (
            // Who has no JavaScript writes everything at once; the page cannot ask for more when it knows that there is a code.
            <noscript>
              <Field
                label={t('login.codeIfAny')}
                name="code"
                autoComplete="one-time-code"
                help={t('login.codeHelp')}
                required={false}
              />
            </noscript>
          )}
          <Refusal sent={sent} />
          <p>
            <button type="submit" className="button primary" aria-disabled={isBusy}>
              {t('login.title')}
            </button>
          </p>
        </form>
        <p className="quiet">{t('login.forgotten')}</p>
      </main>
    </>
  );
}
