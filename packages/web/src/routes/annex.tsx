import { dayText } from '@samstyr/contract/texts/day-text';
import { listed } from '@samstyr/contract/texts/list-text';
import { firstDayOf } from '@samstyr/core/period/day';
import { Link, useParams } from 'react-router';
import { decimals, kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { annexOf } from '../decide/annex.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('annex.title');

/** What a council gets with a new key: the key in plain words, what each pays before and after, and what it must decide. (S-WEB-42) */
export default function AnnexPage() {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const budget = useBudget();
  const { case: id = '' } = useParams();
  const { year, overview } = budget;
  const annex = annexOf(budget, id, language);
  const crumb = (
    <>
      <Link to={path('vedtak')}>{t('menu.decisions')}</Link> › {t('annex.title')}
    </>
  );
  if (annex === null)
    return (
      <main id="innhold">
        <PageHead crumb={crumb} title={t('annex.title')} lead={t('annex.none', { year })} />
      </main>
    );
  const from = dayText(annex.key.from ?? firstDayOf(year), language);
  const nameOf = (party: string): string =>
    overview.parties.find((one) => one.party === party)?.name ?? party;
  const { rows } = annex;
  const sum = (of: (row: (typeof rows)[number]) => bigint): bigint =>
    rows.reduce((all, row) => all + of(row), 0n);
  return (
    <main id="innhold" className="annex">
      <PageHead
        crumb={crumb}
        title={annex.case.title}
        lead={t('annex.lead', {
          service: annex.serviceName,
          date: from,
          amount: kroner(annex.movedOre),
          year,
        })}
      >
        <button type="button" className="button" onClick={() => globalThis.print()}>
          {t('annex.print')}
        </button>
        <a className="button" href={path(`vedtak/${id}/vedlegg.md`)} download>
          {t('annex.download')}
        </a>
      </PageHead>
      <h2>{t('annex.new')}</h2>
      <p>{annex.keyNew}.</p>
      <h2>{t('annex.now')}</h2>
      <p>{annex.keyNow ?? t('decision.noKey')}.</p>
      <h2>{t('annex.effect')}</h2>
      <TableRegion label={t('annex.effect')}>
        <table>
          <caption>
            {t('annex.caption', {
              service: annex.serviceName,
              year,
              date: dayText(firstDayOf(year - 1), language),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('table.municipality')}</th>
              <th scope="col" className="number">
                {t('annex.now')}
              </th>
              <th scope="col" className="number">
                {t('annex.new')}
              </th>
              <th scope="col" className="number">
                {t('table.changeKr')}
              </th>
              <th scope="col" className="number">
                {t('annex.each')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.party}>
                <th scope="row">{row.name}</th>
                <td className="number before">{kroner(row.beforeOre)}</td>
                <td className="number now">{kroner(row.afterOre)}</td>
                <td className="number">{signed(kroner(row.afterOre - row.beforeOre))}</td>
                <td className="number">{row.each === null ? '–' : signed(decimals(row.each, 0))}</td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{t('table.sum')}</th>
              <td className="number">{kroner(sum(({ beforeOre }) => beforeOre))}</td>
              <td className="number">{kroner(sum(({ afterOre }) => afterOre))}</td>
              <td className="number">
                {signed(kroner(sum(({ beforeOre, afterOre }) => afterOre - beforeOre)))}
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      </TableRegion>
      {annex.isPhasedIn ? <p className="quiet">{t('annex.phase')}</p> : null}
      <h2>{t('annex.must')}</h2>
      <blockquote className="card said">{annex.case.wording ?? t('decision.noWording')}</blockquote>
      <p>
        {t('annex.mustText', { names: listed(annex.case.councils.map(nameOf), language) })}
        {annex.case.deadline === null
          ? ''
          : ` ${t('annex.deadline', { date: dayText(annex.case.deadline, language) })}`}
      </p>
    </main>
  );
}
