import type { Language } from '@samstyr/contract/texts/language';

const languages: readonly Language[] = ['nb', 'nn', 'en'];
const cookie = /(?:^|;\s*)samstyr-sprak=(nb|nn|en)(?:;|$)/;

export const isLanguage = (text: string | undefined): text is Language =>
  languages.some((language) => language === text);

/** The language somebody has chosen, else the first their browser asks for that we speak, else bokmål. */
export function languageOf(request: Request): Language {
  const chosen = cookie.exec(request.headers.get('Cookie') ?? '')?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2));
  return asked.map((one) => (one === 'no' ? 'nb' : one)).find(isLanguage) ?? 'nb';
}
