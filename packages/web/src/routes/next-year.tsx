import type { Language } from '@samstyr/contract/texts/language';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { sentence } from '@samstyr/contract/texts/sentence';
import { tell } from '@samstyr/contract/texts/tell';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { roll } from '@samstyr/core/scenario/roll';
import type { RolledService, RollStep } from '@samstyr/core/scenario/roll-step';
import { useState } from 'react';
import { useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';
import { nameIn } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import type { MessageId } from '../texts/messages.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('next.crumb');

const kinds: readonly {
  readonly did: RollStep['did'];
  readonly title: MessageId;
  readonly isOpen: boolean;
}[] = [
  { did: 'decide', title: 'next.decide', isOpen: true },
  { did: 'moved', title: 'next.moves', isOpen: false },
  { did: 'carried', title: 'next.carried', isOpen: false },
  { did: 'left', title: 'next.left', isOpen: false },
];

/** What opening next year's budget does, shown before it is done; nothing of this year is touched. (S-WEB-44) */
export default function NextYear() {
  const t = useText();
  const language = useLanguage();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { index, year: before } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const year = before + 1;
  if (!hasRole(me, cooperation, 'controller'))
    return (
      <main id="innhold">
        <PageHead crumb={t('next.crumb')} title={t('next.title', { year })} lead={t('next.notForYou')} />
      </main>
    );
  const rolled = roll(index.model, {
    to: year,
    asOf: null,
    version: null,
    prices: 'current',
    reason: (step) => tell(rollStepTexts, language, step),
  });
  if (!rolled.ok)
    return (
      <main id="innhold">
        <PageHead
          crumb={t('next.crumb')}
          title={t('next.title', { year })}
          lead={rolled.problems.map((problem) => sentence(problem, language)).join(' ')}
        />
      </main>
    );
  const { did, services } = rolled.value;
  const of = (what: RollStep['did']) => did.filter((step) => step.did === what);
  const inWords = (step: RollStep): string =>
    `${placeName(index, step, language)}: ${tell(rollStepTexts, language, step)}`;
  const open = async (): Promise<void> => {
    const answer = await send({
      method: 'POST',
      path: `/cooperations/${cooperation}/rolls`,
      csrf: me?.csrfToken ?? '',
      body: { to: year },
    });
    setSent(answer);
    // Everything on the pages follows the year: they begin anew with it.
    if (answer.is === 'done') globalThis.location.assign(`/${cooperation}/${year}/runde`);
  };
  return (
    <main id="innhold">
      <PageHead
        crumb={t('next.crumb')}
        title={t('next.title', { year })}
        lead={t('next.lead', { before, moved: of('moved').length, decide: of('decide').length })}
      >
        <button type="button" className="button primary" onClick={open}>
          {t('next.do', { year })}
        </button>
      </PageHead>
      <Refusal sent={sent} />
      <p className="quiet">{t('next.help', { before })}</p>
      <Services services={services} before={before} />
      {kinds.map(({ did: what, title, isOpen }) => {
        const steps = of(what);
        return steps.length === 0 ? null : (
          <details key={what} open={isOpen}>
            <summary>
              {t(title, { before })} ({steps.length})
            </summary>
            <ul>
              {[...new Set(steps.map(inWords))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </main>
  );
}

/** `VR NAV, Lønn og drift`; the unit alone where it has one service, or the step is of all of it. */
function placeName(
  index: IndexedModel,
  { unit, service }: { readonly unit: string; readonly service: string | null },
  language: Language,
): string {
  const [whole, part] = [index.unit.get(unit), service === null ? undefined : index.service.get(service)];
  const name = whole === undefined ? unit : nameIn(whole, language);
  const isOnly = (index.servicesOf.get(unit) ?? []).length < 2;
  return part === undefined || isOnly ? name : `${name}, ${nameIn(part, language)}`;
}

function Services({
  services,
  before,
}: {
  readonly services: readonly RolledService[];
  readonly before: number;
}) {
  const t = useText();
  const language = useLanguage();
  const { index } = useBudget();
  const amount = (ore: bigint | null): string => (ore === null ? '–' : kroner(ore));
  const label = t('next.services', { before, year: before + 1 });
  return (
    <TableRegion label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            <th scope="col" className="number">
              {t('next.start', { before })}
            </th>
            <th scope="col" className="number">
              {t('next.moved')}
            </th>
            <th scope="col" className="number">
              {t('next.result')}
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ unit, service, startOre, movedOre, nextOre }) => (
            <tr key={service}>
              <th scope="row">{placeName(index, { unit, service }, language)}</th>
              <td className="number">{amount(startOre)}</td>
              <td className="number">{signed(kroner(movedOre))}</td>
              <td className="number">{amount(nextOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
