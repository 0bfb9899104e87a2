import { dayText } from '@samstyr/contract/texts/day-text';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { decisionWords } from '@samstyr/contract/texts/words';
import { caseState } from '@samstyr/core/cooperation/decisions';
import type { CaseRow } from '@samstyr/core/model/rows';
import { firstDayOf } from '@samstyr/core/period/day';
import { Link, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { usePath } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { keyBefore } from './annex.ts';
import { Effects } from './effects.tsx';
import { RegisterDecision } from './register-decision.tsx';
import { SendCase } from './send-case.tsx';
import { Wordings } from './wordings.tsx';

const marks = { adopted: '✓', rejected: '✕', awaited: '○' } as const;

type CaseViewProps = { readonly row: CaseRow; readonly name: (party: string) => string };

/** One case: where it stands, what holds meanwhile, what it does, and in which words each council adopted it. */
export function CaseView({ row, name }: CaseViewProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { index, year } = budget;
  const { awaiting, rejectedBy } = caseState(index, row.id);
  const decisions = index.decisionsOf.get(row.id) ?? [];
  const keys = index.model.key.filter((key) => key.case === row.id);
  const isProposal = index.proposals.has(row.id);
  const isController = hasRole(me, cooperation, 'controller');
  const own = me?.grants.find(
    (grant) => grant.cooperation === cooperation && grant.role === 'financeOfficer',
  )?.party;
  const mine = isController ? row.councils : row.councils.filter((party) => party === own);
  const words = keyWordNames(index.model, language);
  const isValid = awaiting.length + rejectedBy.length === 0 && !isProposal;
  return (
    <section id={row.id} aria-labelledby={`${row.id}-title`}>
      <h2 id={`${row.id}-title`}>{row.title}</h2>
      <p>
        <span
          className={`tag ${isProposal ? 'info' : rejectedBy.length > 0 ? 'bad' : awaiting.length > 0 ? 'waiting' : 'good'}`}
        >
          {isProposal
            ? t('decision.proposal')
            : rejectedBy.length > 0
              ? t('decision.rejected', { names: rejectedBy.map(name).join(', ') })
              : awaiting.length > 0
                ? t('decision.awaits', { names: awaiting.map(name).join(', ') })
                : t('decision.valid')}
        </span>{' '}
        <span className="quiet">
          {row.sent === null ? '' : t('decision.sentOn', { date: dayText(row.sent, language) })}
          {row.deadline === null
            ? ''
            : ` · ${t('decision.replyBy', { date: dayText(row.deadline, language) })}`}
        </span>
      </p>
      {keys.map((key) => {
        const before = keyBefore(budget, key);
        const old = before === null ? t('decision.noKey') : keyInWords(before.key, words, language);
        return (
          <p key={key.id}>
            {isValid
              ? t('decision.nowNew', {
                  date: dayText(key.from ?? firstDayOf(year), language),
                  key: keyInWords(key.key, words, language),
                })
              : t(rejectedBy.length > 0 ? 'decision.nowRejected' : 'decision.nowOld', { key: old })}
            .{' '}
            <Link to={path(`vedtak/${row.id}/vedlegg`)} aria-label={`${t('annex.open')}: ${row.title}`}>
              {t('annex.open')}
            </Link>
          </p>
        );
      })}
      <ol className="track">
        {row.councils.map((party) => {
          const decision = decisions.findLast((one) => one.party === party);
          const result = decision?.result ?? 'awaited';
          return (
            <li key={party} className={result}>
              <div className="mark" aria-hidden="true">
                {marks[result]}
              </div>
              <strong>{name(party)}</strong>
              <div>
                {decisionWords[result][language]}
                {decision?.date == null ? '' : ` ${dayText(decision.date, language)}`}
              </div>
              <div className="quiet">
                {decision?.caseNumber ?? (decision?.date == null ? t('decision.noDate') : '')}
              </div>
            </li>
          );
        })}
        <li>
          <div className="mark" aria-hidden="true">
            {isValid ? '✓' : '○'}
          </div>
          <strong>{t('decision.validFrom')}</strong>
          <div className="quiet">{t('decision.whenAll', { count: row.councils.length })}</div>
        </li>
      </ol>
      {isController && isProposal ? <SendCase row={row} /> : null}
      {mine.length > 0 && !isProposal ? (
        <RegisterDecision
          row={row}
          parties={[...mine].sort((a, b) => Number(awaiting.includes(b)) - Number(awaiting.includes(a)))}
          name={name}
        />
      ) : null}
      <Effects caseId={row.id} services={keys.map(({ service }) => service)} name={name} />
      {row.note === null ? null : <p className="quiet">{row.note}</p>}
      <Wordings row={row} decisions={decisions} name={name} />
    </section>
  );
}
