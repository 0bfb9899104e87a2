import type { ServiceKind } from '../model/rows.ts';

/**
 * The name of a figure: `budget/2025.recommended/nav/drift/operating/5034@change`. It says area, version, unit or service (or one of
 * its lines), kind and who; after the `@` which side of it. People may write the short form `budget/2025/nav/drift/5034`.
 */
export type FigureId = {
  readonly version: string;
  /** A unit, a service, a service and a line, or `all` for the whole budget. */
  readonly subject: string;
  readonly kind: ServiceKind;
  /** Kommunenummer in force that year, or the party's slug; `sum` for all. */
  readonly party: string;
  readonly aspect: FigureAspect;
};

export type FigureAspect =
  | { readonly aspect: 'amount' }
  | { readonly aspect: 'previous' }
  | { readonly aspect: 'change' }
  | { readonly aspect: 'cause'; readonly cause: string };

/** The unit name that stands for the whole budget. */
export const wholeBudget = 'all';
/** The party name that stands for everybody. */
export const everybody = 'sum';

const aspectText = (aspect: FigureAspect): string =>
  aspect.aspect === 'amount'
    ? ''
    : aspect.aspect === 'cause'
      ? `@cause:${aspect.cause}`
      : `@${aspect.aspect}`;

export const figureId = ({ version, subject, kind, party, aspect }: FigureId): string =>
  `budget/${version}/${subject}/${kind}/${party}${aspectText(aspect)}`;

const aspects: { readonly [text: string]: FigureAspect } = {
  previous: { aspect: 'previous' },
  change: { aspect: 'change' },
};

/** Reads a figure id, also the short form without version status and kind; null when it is none. */
export function parseFigureId(
  text: string,
  currentVersion: (year: number) => string | null,
): FigureId | null {
  const [path = '', suffix, ...more] = text.split('@');
  const [area, versionText = '', ...rest] = path.split('/');
  const party = rest.pop();
  if (area !== 'budget' || party === undefined || more.length > 0) return null;
  const version = /^\d{4}$/.test(versionText) ? currentVersion(Number(versionText)) : versionText;
  if (version === null || version === '') return null;
  const last = rest.at(-1);
  const kind: ServiceKind = last === 'investment' ? 'investment' : 'operating';
  if (last === 'investment' || last === 'operating') rest.pop();
  if (rest.length === 0) return null;
  const aspect: FigureAspect | undefined =
    suffix === undefined
      ? { aspect: 'amount' }
      : suffix.startsWith('cause:')
        ? { aspect: 'cause', cause: suffix.slice('cause:'.length) }
        : aspects[suffix];
  return aspect === undefined ? null : { version, subject: rest.join('/'), kind, party, aspect };
}
