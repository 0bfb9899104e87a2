import type { Language } from '@samstyr/contract/texts/language';
import type { FastifyRequest } from 'fastify';

const known: { readonly [tag: string]: Language } = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };

/** The language an answer is told in: the one asked for, the person's own, the browser's, else bokmål. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { readonly language?: unknown } | undefined)?.language;
  if (asked === 'nb' || asked === 'nn' || asked === 'en') return asked;
  if (request.person !== null && request.person !== undefined) return request.person.language;
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const found = known[part.trim().slice(0, 2).toLowerCase()];
    if (found !== undefined) return found;
  }
  return 'nb';
}
