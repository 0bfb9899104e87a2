import { type LoaderFunctionArgs, redirect } from 'react-router';
import { isLanguage } from '../server/language.ts';

/** Remembers the language and goes back to the page one came from, which is always one of ours. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const back = new URL(request.url).searchParams.get('til') ?? '/';
  const own = /^\/(?![/\\])/.test(back) ? back : '/';
  const { language } = params;
  if (!isLanguage(language)) throw redirect(own);
  throw redirect(own, {
    headers: { 'Set-Cookie': `samstyr-sprak=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly` },
  });
}
