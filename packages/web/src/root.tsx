import '@fontsource-variable/inter/index.css';
import './style/theme.css';
import './style/tokens.css';
import './style/page.css';
import './style/table.css';
import './style/panel.css';
import './style/controls.css';
import './style/work.css';
import './style/check.css';
import './style/office.css';
import './style/round.css';
import './style/start.css';
import './style/find.css';
import './style/print.css';
import { type ReactNode, useContext, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import {
  isRouteErrorResponse,
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { MeContext, meOf } from './api/me.ts';
import type { ServerContext } from './server/context.ts';
import { languageOf } from './server/language.ts';
import { NonceContext } from './server/nonce.ts';
import { alone } from './texts/alone.ts';
import { messages } from './texts/messages.ts';
import { useText } from './texts/use-text.tsx';

/** The sentences come with the page, in one language: all three would be an eighth of what a browser loads first. */
export const loader = async ({ request, context }: LoaderFunctionArgs<ServerContext>) => {
  const language = languageOf(request);
  return { language, messages: messages[language], me: await meOf(context, request) };
};

export function Layout({ children }: { readonly children: ReactNode }) {
  const said = useRouteLoaderData<typeof loader>('root');
  const language = said?.language ?? 'nb';
  const nonce = useContext(NonceContext);
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <IntlProvider locale={language} messages={said?.messages ?? alone}>
          {children}
        </IntlProvider>
        <ScrollRestoration {...(nonce === undefined ? {} : { nonce })} />
        <Scripts {...(nonce === undefined ? {} : { nonce })} />
      </body>
    </html>
  );
}

export default function Root() {
  const { me } = useLoaderData<typeof loader>();
  // From here on the page answers: what a bench and a test wait for.
  useEffect(() => void performance.mark('samstyr:usable'), []);
  return (
    <MeContext value={me}>
      <Outlet />
    </MeContext>
  );
}

/** What a person reads when a page is not there or could not be made. */
export function ErrorBoundary() {
  const t = useText();
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && [403, 404].includes(error.status);
  return (
    <main className="alone">
      <h1>{t(isMissing ? 'error.missing' : 'error.failed')}</h1>
      <p className="lead">{t(isMissing ? 'error.missingHelp' : 'error.failedHelp')}</p>
      <p>
        <a href="/">{t('error.home')}</a>
      </p>
    </main>
  );
}
