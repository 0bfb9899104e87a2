import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tell } from '@samstyr/contract/texts/tell';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { serve } from '@samstyr/server/http/serve';
import { serveProblemTexts } from '@samstyr/server/http/serve-texts';
import type { OidcWish } from '@samstyr/server/oidc/oidc';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { printSentences } from '../output/problems.ts';
import { portOf, serveFolderCommand } from './serve-folder.ts';

/** The example beside the bundle: `.cache/cli-…/main.js` → `examples/vaernesregionen`. */
const exampleFolder = (): string => fileURLToPath(new URL('../../examples/vaernesregionen', import.meta.url));

const said = (name: string): string | null => process.env[name] || null;

/** `serve`: the server with its database; `--demo` with the example and four people; `serve DIR`: a folder's budget as pages. */
export const serveCommand = async (args: readonly string[]): Promise<0 | 1 | 2> => {
  const hasFolder = args.some((word, at) => !word.startsWith('-') && !(args[at - 1] ?? '').startsWith('--'));
  return hasFolder && !args.includes('--demo') ? serveFolderCommand(args) : serveStore(args);
};

const serveStore = withUsage(async (args) => {
  const given = readArguments(args, { need: 0, options: ['port', 'demo'] });
  const isDemo = given.has('demo');
  const asked = given.text('port');
  const host = said('SAMSTYR_HOST') ?? '127.0.0.1';
  const wish = {
    database: {
      url: said('DATABASE_URL'),
      ownerUrl: said('DATABASE_OWNER_URL'),
      folder: said('SAMSTYR_DATA') ?? join(process.cwd(), 'data'),
    },
    host,
    publicUrl: publicUrl(),
    proxies: proxies(),
    oidc: oidcWish(),
    demo: isDemo ? loadFolder(exampleFolder()) : null,
    example: () => (existsSync(exampleFolder()) ? loadFolder(exampleFolder()) : null),
    language: given.language,
    heavyPerMinute: heavyPerMinute(),
    pages: said('SAMSTYR_WEB'),
    logLevel: isDemo ? ('warn' as const) : ('info' as const),
  };
  let started = await serve({ ...wish, port: portOf(asked) });
  // Nobody asked for the usual port: another free one does as well.
  if (!started.ok && started.problems[0].code === 'serve.portTaken' && asked === null)
    started = await serve({ ...wish, port: 0 });
  if (!started.ok) {
    printSentences(started.problems.map((problem) => tell(serveProblemTexts, given.language, problem)));
    return 1;
  }
  const { address, logins, stop } = started.value;
  const lines = [
    `Samstyr: ${address}/`,
    `  API: ${address}/api/openapi.json`,
    ...(logins.length === 0 ? [] : ['', 'Innlogging i eksempelet (passordet gjelder til neste start):']),
    ...logins.map(({ title, email, password }) => `  ${title.padEnd(30)} ${email.padEnd(32)} ${password}`),
    '',
    'Stopp med Ctrl C.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await stop();
  return 0;
});

function publicUrl(): string | null {
  const text = said('SAMSTYR_URL');
  if (text !== null && !/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(text))
    throw new WrongUse(`SAMSTYR_URL er en adresse uten sti, https://samstyr.example.no, ikke «${text}».`);
  return text;
}

function proxies(): number {
  const text = said('SAMSTYR_PROXIES') ?? '0';
  if (!/^\d$/.test(text)) throw new WrongUse(`SAMSTYR_PROXIES er et tall fra 0 til 9, ikke «${text}».`);
  return Number.parseInt(text, 10);
}

/** An overview is one point and a set of documents ten: a page costs a few, and this is some fifty pages a minute. */
const usualPerMinute = 300;

function heavyPerMinute(): number | null {
  const text = said('SAMSTYR_HEAVY_PER_MINUTE') ?? `${usualPerMinute}`;
  if (!/^\d{1,6}$/.test(text))
    throw new WrongUse(
      `SAMSTYR_HEAVY_PER_MINUTE er hvor mange poeng tunge forespørsler en person har i minuttet (vanlig ${usualPerMinute}, 0 er ingen grense), ikke «${text}».`,
    );
  return text === '0' ? null : Number.parseInt(text, 10);
}

function oidcWish(): OidcWish | null {
  const issuer = said('SAMSTYR_OIDC_ISSUER');
  if (issuer === null) return null;
  const needed = (name: string): string => {
    const text = said(name);
    if (text === null) throw new WrongUse(`${name} mangler. Innlogging med OIDC trenger den.`);
    return text;
  };
  return {
    issuer,
    clientId: needed('SAMSTYR_OIDC_CLIENT_ID'),
    clientSecret: needed('SAMSTYR_OIDC_CLIENT_SECRET'),
    redirectUri: `${needed('SAMSTYR_URL')}/api/v1/oidc/callback`,
    acr: needed('SAMSTYR_OIDC_ACR').split(' '),
    tenant: said('SAMSTYR_OIDC_TENANT'),
  };
}
