import { useEffect, useRef } from 'react';
import { Refusal } from '../parts/refusal.tsx';
import { useText } from '../texts/use-text.tsx';
import type { Importing } from './use-import.ts';

/** How the taking in goes, and everything that is wrong with the files, each with its place. */
export function ImportState({ importing }: { readonly importing: Importing }) {
  const t = useText();
  const wrong = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (importing.is === 'wrong') wrong.current?.focus();
  }, [importing]);
  return (
    <>
      <output className="check-progress">
        {importing.is === 'reading' ? (
          <>
            <progress aria-label={t('start.reading')} />
            {t('start.reading')}
          </>
        ) : null}
      </output>
      {importing.is === 'refused' ? <Refusal sent={importing.sent} /> : null}
      {importing.is === 'wrong' ? (
        <div className="note wrongs" ref={wrong} tabIndex={-1}>
          <strong>{t('start.refused', { count: importing.problems.length })}</strong>
          <ul>
            {importing.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
