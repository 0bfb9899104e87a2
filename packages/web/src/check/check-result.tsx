import type { FindingView } from '@samstyr/documents/findings/finding-view';
import { classMarks, findingWords } from '@samstyr/documents/findings/finding-words';
import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '../texts/use-text.tsx';
import type { Check } from '../work/use-check.ts';
import { FindingCard } from './finding-card.tsx';

type CheckResultProps = {
  readonly done: Extract<Check, { is: 'done' }>;
  readonly cooperation: string;
  readonly head: (title: string, lead: string) => ReactNode;
};

/** What a check came to: every cause with its table, of the classes a person wants to see. */
export function CheckResult({ done, cooperation, head }: CheckResultProps) {
  const t = useText();
  const words = findingWords[useLanguage()];
  const { name, job, views } = done;
  const [hidden, setHidden] = useState<ReadonlySet<FindingView['class']>>(new Set());
  const { findings, roundings } = views;
  const kinds = [...new Set(findings.map((finding) => finding.class))];
  const shown = findings.filter((finding) => !hidden.has(finding.class));
  const turn = (kind: FindingView['class']): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  const hasBook = job.files.some((file) => file.name.endsWith('.xlsx'));
  return (
    <>
      {head(
        t('check.result', { causes: findings.length, name }),
        t('check.read', { tables: job.report?.tables ?? 0, roundings: roundings.length }),
      )}
      <p className="acts">
        <a className="button primary" href={`/kontrollert/${cooperation}/${job.id}`}>
          {t('check.report')}
        </a>
        {hasBook ? (
          <a
            className="button"
            href={`/api/v1/cooperations/${cooperation}/jobs/${job.id}/files/merket-kopi.xlsx`}
          >
            {t('check.marked')}
          </a>
        ) : null}
      </p>
      {kinds.length < 2 ? null : (
        <fieldset className="class-filter">
          <legend>{words.filter}</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="checkbox" checked={!hidden.has(kind)} onChange={() => turn(kind)} />
              <span className="sign" aria-hidden="true">
                {classMarks[kind]}
              </span>
              {words.classes[kind]} ({findings.filter((finding) => finding.class === kind).length})
            </label>
          ))}
          <output className="small">{t('check.shown', { shown: shown.length, all: findings.length })}</output>
        </fieldset>
      )}
      <div className="checked">
        {shown.map((finding) => (
          <FindingCard key={finding.number} finding={finding} words={words} />
        ))}
      </div>
      {roundings.length === 0 ? null : (
        <details>
          <summary>{words.roundings(roundings.length)}</summary>
          <ul>
            {roundings.map(({ place, sentence }) => (
              <li key={`${place} ${sentence}`}>
                {sentence} <span className="small">{place}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
