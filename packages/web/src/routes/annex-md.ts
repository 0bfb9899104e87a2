import { dayText } from '@samstyr/contract/texts/day-text';
import { listed } from '@samstyr/contract/texts/list-text';
import { firstDayOf } from '@samstyr/core/period/day';
import { createIntl } from 'react-intl';
import { data, type LoaderFunctionArgs } from 'react-router';
import { budgetOf } from '../budget/budget.ts';
import { decimals, kroner, signed } from '../budget/numbers.ts';
import { annexOf } from '../decide/annex.ts';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { type MessageId, messages } from '../texts/messages.ts';

/** Words of others as text: no line breaks, no sign of a table or a heading. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|<>[\]*_`#]/g, '\\$&');

/** The annex of a case as Markdown, for a council's own case system. The same figures as on the page. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  const { cooperation = '', year: yearText = '', case: id = '' } = params;
  if (!/^\d{4}$/.test(yearText)) throw data(null, { status: 404 });
  const year = Number(yearText);
  const language = languageOf(request);
  const tables = await context.tables(request, cooperation, { year, figure: null, language });
  if ('refused' in tables) throw data(null, { status: tables.refused === 'notLoggedIn' ? 401 : 404 });
  if (tables.scope === 'funding') throw data(null, { status: 403 });
  const budget = budgetOf(tables, year);
  const annex = budget.ok ? annexOf(budget.value, id, language) : null;
  if (!budget.ok || annex === null) throw data(null, { status: 404 });
  const intl = createIntl({ locale: language, messages: messages[language] });
  const t = (name: MessageId, values?: { readonly [name: string]: string | number }): string =>
    intl.formatMessage({ id: name }, values);
  const nameOf = (party: string): string =>
    budget.value.overview.parties.find((one) => one.party === party)?.name ?? party;
  const from = dayText(annex.key.from ?? firstDayOf(year), language);
  const service = plain(annex.serviceName);
  const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    `# ${plain(annex.case.title)}`,
    t('annex.lead', { service, date: from, amount: kroner(annex.movedOre), year }),
    `## ${t('annex.new')}`,
    `${plain(annex.keyNew)}.`,
    `## ${t('annex.now')}`,
    `${plain(annex.keyNow ?? t('decision.noKey'))}.`,
    `## ${t('annex.effect')}`,
    t('annex.caption', { service, year, date: dayText(firstDayOf(year - 1), language) }),
    [
      row(t('table.municipality'), t('annex.now'), t('annex.new'), t('table.changeKr'), t('annex.each')),
      row('---', '---:', '---:', '---:', '---:'),
      ...annex.rows.map((one) =>
        row(
          plain(one.name),
          kroner(one.beforeOre),
          kroner(one.afterOre),
          signed(kroner(one.afterOre - one.beforeOre)),
          one.each === null ? '–' : signed(decimals(one.each, 0)),
        ),
      ),
    ].join('\n'),
    ...(annex.isPhasedIn ? [t('annex.phase')] : []),
    `## ${t('annex.must')}`,
    `> ${plain(annex.case.wording ?? t('decision.noWording'))}`,
    [
      t('annex.mustText', { names: plain(listed(annex.case.councils.map(nameOf), language)) }),
      ...(annex.case.deadline === null
        ? []
        : [t('annex.deadline', { date: dayText(annex.case.deadline, language) })]),
    ].join(' '),
  ];
  return new Response(`${lines.join('\n\n')}\n`, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`vedlegg-${id}.md`)}`,
    },
  });
}
