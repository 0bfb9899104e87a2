import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { usePath, useSearchLink } from '../shell/links.ts';
import type { MessageId } from '../texts/messages.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { helpId } from './help-link.tsx';
import { workOf } from './my-work.ts';

const memory = 'samstyr-rundtur';
const steps = ['1', '2', '3'] as const;
type Step = (typeof steps)[number];

/**
 * Three steps for who is here for the first time: an amount and how it opens, a what-if, and where their own work waits. It stands in the
 * page and takes no focus; closed, it stays closed in this browser, and the question mark at the top opens it again. (S-WEB-46)
 */
export function Tour({ figure }: { readonly figure: string | null }) {
  const t = useText();
  const language = useLanguage();
  const me = useMe();
  const budget = useBudget();
  const path = usePath();
  const link = useSearchLink();
  const navigate = useNavigate();
  const { cooperation = '' } = useParams();
  const [search] = useSearchParams();
  const asked = steps.find((one) => one === search.get('rundtur')) ?? null;
  // The step is in the address, so that it is there without JavaScript, and here, so that it turns at once.
  const [turned, setTurned] = useState<Step | 'closed' | null>(null);
  useEffect(() => {
    if (asked !== null) setTurned(asked);
    else if (localStorage.getItem(memory) === null) setTurned('1');
  }, [asked]);
  const acts = useRef<HTMLParagraphElement>(null);
  const hasTurned = useRef(false);
  // The last step has no «next»: who pressed it goes on from what stands there instead.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a step is turned, and by who turned it
  useEffect(() => {
    if (hasTurned.current && document.activeElement === document.body)
      acts.current?.querySelector('a')?.focus();
  }, [turned]);
  const step = turned ?? asked;
  if (me === null || step === null || step === 'closed') return null;
  const at = steps.indexOf(step);
  const work = workOf(me, cooperation, budget, language);
  const close = (): void => {
    localStorage.setItem(memory, 'sett');
    setTurned('closed');
    document.getElementById(helpId)?.focus();
    navigate(link({ rundtur: null }), { preventScrollReset: true, replace: true });
  };
  const words = [
    { title: t('tour.amount'), text: t('tour.amountText') },
    { title: t('tour.whatIf'), text: t('tour.whatIfText') },
    { title: t('tour.mine'), text: t(work.text, work.values) },
  ][at];
  const tries = [
    figure === null ? null : { to: link({ rundtur: step, tall: figure }), name: t('tour.amountTry') },
    { to: path('scenario'), name: t('tour.whatIfTry') },
    { to: path(work.page), name: t('tour.go') },
  ][at];
  const turn = (to: number, word: MessageId, className: string) => (
    <Link
      className={className}
      to={link({ rundtur: steps[to] ?? null })}
      onClick={(event) => {
        event.preventDefault();
        hasTurned.current = true;
        setTurned(steps[to] ?? null);
      }}
    >
      {t(word)}
    </Link>
  );
  return (
    <section
      className="tour"
      aria-label={t('tour.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div aria-live="polite">
        <p className="crumb">{t('tour.step', { at: at + 1 })}</p>
        <h2>{words?.title}</h2>
        <p>{words?.text}</p>
      </div>
      <p className="acts" ref={acts}>
        {at === 2 ? null : turn(at + 1, 'tour.next', 'button primary')}
        {tries === null || tries === undefined ? null : (
          <Link className={`button${at === 2 ? ' primary' : ''}`} to={tries.to} preventScrollReset={at === 0}>
            {tries.name}
          </Link>
        )}
        {at === 0 ? null : turn(at - 1, 'tour.back', 'button')}
        <Link
          className="out"
          to={link({ rundtur: null })}
          onClick={(event) => {
            event.preventDefault();
            close();
          }}
        >
          {t('tour.close')}
        </Link>
      </p>
      <p className="quiet">{t('tour.again')}</p>
    </section>
  );
}
