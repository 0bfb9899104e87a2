import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { CheckResult } from '../check/check-result.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { type Check, useCheck } from '../work/use-check.ts';

export const meta = titled('check.title');

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
        <CheckResult done={check} cooperation={cooperation} head={head} />
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
        {isBusy ? <Progress check={check} /> : null}
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

/** A bar that stands still tells nothing: until there is a figure to show, it moves. */
function Progress({ check }: { readonly check: Extract<Check, { is: 'sending' | 'reading' }> }) {
  const t = useText();
  if (check.is === 'sending')
    return (
      <>
        <progress aria-label={t('check.title')} />
        {t('check.sending', { name: check.name })}
      </>
    );
  const { done, of, step } = check.job;
  return (
    <>
      {of > 1 ? (
        <progress aria-label={t('check.title')} value={done} max={of} />
      ) : (
        <progress aria-label={t('check.title')} />
      )}
      <span>
        {t('check.reading', { name: check.name })}
        {step === null ? null : <span className="step"> {step}</span>}
      </span>
    </>
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
