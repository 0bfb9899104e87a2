import { dayText } from '@samstyr/contract/texts/day-text';
import type { Language } from '@samstyr/contract/texts/language';
import { parseDay } from '@samstyr/core/period/day';

/** `3. mai 2025 kl. 14.32`, `3 May 2025 at 14:32`: a moment in UTC by the clock in Norway, on the server as in the browser. */
export function momentText(moment: string, language: Language): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Oslo',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date = parseDay(`${of('year')}-${of('month')}-${of('day')}`);
  const clock = `${of('hour')}${language === 'en' ? ':' : '.'}${of('minute')}`;
  return date === null
    ? moment
    : `${dayText(date, language)} ${language === 'en' ? 'at' : 'kl.'}\u00a0${clock}`;
}

/** `3. mai 2025` of the same clock. */
export const dateText = (moment: string, language: Language): string =>
  momentText(moment, language).replace(/ (?:kl\.|at)\u00a0.*$/, '');
