import type { CaseRow, DecisionRow } from '@samstyr/core/model/rows';
import { useText } from '../texts/use-text.tsx';
import { isSameWording, wordDiff } from './word-diff.ts';

type WordingsProps = {
  readonly row: CaseRow;
  readonly decisions: readonly DecisionRow[];
  readonly name: (party: string) => string;
};

/** What was sent, and where a council adopted other words, which ones. */
export function Wordings({ row, decisions, name }: WordingsProps) {
  const t = useText();
  const sent = row.wording ?? '';
  const others = decisions.filter(
    ({ wording, result }) =>
      result !== 'awaited' && wording !== null && sent !== '' && !isSameWording(sent, wording),
  );
  return (
    <>
      <h3>{t('decision.wording')}</h3>
      <p className={row.wording === null ? 'quiet' : 'said'}>{row.wording ?? t('decision.noWording')}</p>
      {others.length === 0 ? null : (
        <div className="note">
          <strong>
            {t('decision.differs', { names: others.map(({ party }) => name(party)).join(', ') })}
          </strong>
          <p>{t('decision.differsHelp')}</p>
        </div>
      )}
      {others.map(({ party, wording }) => (
        <div key={party}>
          <p>{t('decision.as', { name: name(party) })}</p>
          <blockquote className="card wording">
            {wordDiff(sent, wording ?? '').map(({ kind, text }, at) => {
              const key = `${at}-${text}`;
              if (kind === 'same') return <span key={key}>{text}</span>;
              return kind === 'added' ? (
                <ins key={key}>
                  <span className="unseen">[{t('decision.added')}: </span>
                  {text}
                  <span className="unseen">]</span>
                </ins>
              ) : (
                <del key={key}>
                  <span className="unseen">[{t('decision.removed')}: </span>
                  {text}
                  <span className="unseen">]</span>
                </del>
              );
            })}
          </blockquote>
        </div>
      ))}
    </>
  );
}
