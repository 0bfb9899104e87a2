import { dayText } from '@samstyr/contract/texts/day-text';
import { parseDay } from '@samstyr/core/period/day';
import { useLanguage, useText } from './use-text.tsx';

/** The clock of the people who use it: Norway's, also where the server stands elsewhere. Swedish is ISO 8601. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as people say it: `3. desember 2024 kl. 10.14`. */
export function useMoment(): (iso: string) => string {
  const t = useText();
  const language = useLanguage();
  return (iso) => {
    const [date = '', time = ''] = clock.format(new Date(iso)).split(' ');
    const day = parseDay(date);
    const shown = language === 'en' ? time : time.replace(':', '.');
    return day === null ? iso : t('moment', { day: dayText(day, language), time: shown });
  };
}
