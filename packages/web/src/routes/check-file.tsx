import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import { findingWords, placeText } from '@samstyr/documents/findings/finding-words';
import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { type Check, useCheck } from '../work/use-check.ts';

export const meta = titled('check.title');

type Finding = CheckReport['findings'][number];
type Done = Extract<Check, { is: 'done' }>;
const kinds = '.pdf,.docx,.xlsx,.html,.htm,.md,.txt';

/** A person drops a published document, and sees what in it does not add up. (S-WEB-27) */
export default function CheckFile() {
  const t = useText();
  const language = useLanguage();
  const me = useMe();
  const path = usePath();
  const { cooperation = '' } = useParams();
  const { check, begin, stop, clear } = useCheck(cooperation, me?.csrfToken ?? '', language);
  const head = (title: string, lead: string) => (
    <PageHead crumb={<Link to={path('kontroll')}>{t('menu.control')}</Link>} title={title} lead={lead} />
  );
  if (check.is === 'done') {
    return (
      <main id="innhold">
        <Result done={check} cooperation={cooperation} language={language} head={head} />
        <p>
          <button type="button" className="button" onClick={clear}>
            {t('check.again')}
          </button>
        </p>
      </main>
    );
  }
  const isBusy = check.is === 'sending' || check.is === 'reading';
  return (
    <main id="innhold">
      {head(t('check.title'), t('check.lead'))}
      <noscript>
        <p className="note">{t('check.needsScript')}</p>
      </noscript>
      {check.is === 'refused' ? <Refusal sent={check.sent} /> : null}
      {check.is === 'unreadable' ? (
        <div className="note" role="alert">
          <strong>{check.name}</strong>
          {check.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      ) : null}
      <output className="check-progress">
        {check.is === 'stopped' ? t('check.stopped') : null}
        {isBusy ? (
          <>
            <progress aria-label={t('check.title')} />
            {t(check.is === 'sending' ? 'check.sending' : 'check.reading', { name: check.name })}
          </>
        ) : null}
      </output>
      {isBusy ? (
        <button type="button" className="button" onClick={stop}>
          {t('check.stop')}
        </button>
      ) : (
        <Drop chosen={begin} />
      )}
    </main>
  );
}

function Drop({ chosen }: { readonly chosen: (file: File) => void }) {
  const t = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file !== undefined) chosen(file);
  };
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <label
      className={`drop${isOver ? ' over' : ''}`}
      htmlFor={id}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        take(event.dataTransfer.files[0]);
      }}
    >
      <strong>{t('check.drop')}</strong>
      <input
        id={id}
        type="file"
        accept={kinds}
        aria-describedby={`${id}-kinds`}
        onChange={(event: ChangeEvent<HTMLInputElement>) => take(event.target.files?.[0])}
      />
      <span className="small" id={`${id}-kinds`}>
        {t('check.kinds')}
      </span>
    </label>
  );
}

type ResultProps = {
  readonly done: Done;
  readonly cooperation: string;
  readonly language: Language;
  readonly head: (title: string, lead: string) => React.ReactNode;
};

function Result({ done, cooperation, language, head }: ResultProps) {
  const t = useText();
  const { name, job } = done;
  const { report } = job;
  if (report === null) return null;
  const words = findingWords[language];
  const causes = report.findings.filter(
    ({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding' && kind !== 'soft',
  );
  const roundings = report.findings.filter(({ class: kind }) => kind === 'rounding');
  const soft = report.findings.filter(({ class: kind, causeOf }) => kind === 'soft' && causeOf === null);
  const files = `/api/v1/cooperations/${cooperation}/jobs/${job.id}/files`;
  const hasBook = job.files.some((file) => file.name.endsWith('.xlsx'));
  const place = ({ place: at }: Finding): string => placeText(at, report.format, words);
  return (
    <>
      {head(
        t('check.result', { causes: causes.length, name }),
        t('check.read', { tables: report.tables, roundings: roundings.length }),
      )}
      <p className="acts">
        <a className="button primary" href={`/kontrollert/${cooperation}/${job.id}`}>
          {t('check.report')}
        </a>
        {hasBook ? (
          <a className="button" href={`${files}/merket-kopi.xlsx`}>
            {t('check.marked')}
          </a>
        ) : null}
      </p>
      <ol className="checked">
        {[...causes, ...soft].map((finding) => (
          <li key={finding.id}>
            <p className="prose">{finding.sentence}</p>
            <p className="small">
              {place(finding)}
              {finding.consequences.length === 0
                ? null
                : ` · ${t('check.follows', { count: finding.consequences.length })}`}
            </p>
          </li>
        ))}
      </ol>
      {roundings.length === 0 ? null : (
        <details>
          <summary>
            {t('check.roundings')} ({roundings.length})
          </summary>
          <ul>
            {roundings.map((finding) => (
              <li key={finding.id}>
                {finding.sentence} <span className="small">{place(finding)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
