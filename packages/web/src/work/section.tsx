import type { ConflictJson } from '@samstyr/contract/api/problem';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { TextRow } from '@samstyr/core/model/rows';
import { startTransition, useEffect, useId, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { nameIn, rowAt } from '../budget/budget.ts';
import { inWords } from '../budget/numbers.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { Narrative } from '../parts/narrative.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { History } from '../round/history.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useAct } from './use-act.ts';
import { useCommand } from './use-command.ts';

const quietMs = 1500;
/** As long as a comment may be. */
const longestComment = 20_000;
type Kept = { readonly body: string; readonly version: number };

/**
 * One section: what is typed is what is saved, byte for byte. It is kept in this browser at every key, and sent when one pauses; where
 * others were first, both texts are shown and nothing is thrown away.
 */
export function Section({ row }: { readonly row: TextRow }) {
  const t = useText();
  const id = useId();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const command = useCommand();
  const act = useAct();
  const versionOf = useVersionOf();
  const field = useRef<HTMLTextAreaElement>(null);
  const place = `samstyr-tekst/${cooperation}/${row.id}/${me?.user ?? ''}`;
  const [kept, setKept] = useState<Kept | null>(null);
  const [isRestored, setRestored] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [lost, setLost] = useState<Sent | null>(null);
  const [isSaving, setSaving] = useState(false);
  const body = kept?.body ?? row.body;
  const stored = useRef(row.body);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const conflict = sent?.is === 'refused' ? sent.problem.conflicts?.[0] : undefined;

  useEffect(() => {
    const text = localStorage.getItem(place);
    if (text === null) return;
    const left = JSON.parse(text) as Kept;
    // It came to the server when the page was closed.
    if (left.body === stored.current) return localStorage.removeItem(place);
    setKept(left);
    setRestored(true);
  }, [place]);

  const save = async (wanted: Kept): Promise<void> => {
    setSaving(true);
    const answer = await command({
      op: 'putRow',
      args: { table: 'text', row: rowToJson('text', { ...row, body: wanted.body }) },
      expect: { [`text:${row.id}`]: wanted.version },
    });
    // Not before the tables read again are on the page: the field would show what stood there before.
    startTransition(() => {
      setSaving(false);
      setSent(answer);
      if (answer.is !== 'done') return;
      setRestored(false);
      setKept((now) => {
        if (now !== null && now.body !== wanted.body) return { ...now, version: wanted.version + 1 };
        localStorage.removeItem(place);
        return null;
      });
    });
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (kept === null || conflict !== undefined) return;
    localStorage.setItem(place, JSON.stringify(kept));
    timer.current = setTimeout(() => void latest.current(kept), quietMs);
    return () => clearTimeout(timer.current);
  }, [kept, place, conflict]);

  // Whoever goes to another page, or closes this one, before the pause is over has written it all the same.
  const waiting = useRef<Kept | null>(null);
  waiting.current = isSaving || conflict !== undefined ? null : kept;
  useEffect(() => {
    const sendNow = (): void => {
      clearTimeout(timer.current);
      if (waiting.current !== null) void latest.current(waiting.current);
      waiting.current = null;
    };
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') sendNow();
    };
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      sendNow();
    };
  }, []);

  const write = (text: string): void =>
    setKept((now) => ({ body: text, version: now?.version ?? versionOf('text', row.id) }));
  const insert = (figure: string): void => {
    const at = field.current?.selectionStart ?? body.length;
    write(`${body.slice(0, at)}{{${figure} | kr}}${body.slice(field.current?.selectionEnd ?? at)}`);
    field.current?.focus();
  };
  const choose = async (one: ConflictJson, isMine: boolean): Promise<void> => {
    if (!isMine && kept !== null) {
      const said = `${t('conflict.keptText')}\n\n${kept.body}`.slice(0, longestComment);
      const answer = await act({
        method: 'POST',
        path: '/comments',
        body: { unit: row.unit, about: `text:${row.id}`, body: said },
      });
      if (answer.is !== 'done') return setLost(answer);
    }
    setLost(null);
    setSent(null);
    if (isMine && kept !== null) setKept({ ...kept, version: one.found ?? 0 });
    else {
      localStorage.removeItem(place);
      setKept(null);
    }
  };
  return (
    <section className="card" lang={row.language}>
      <h2 id={`${id}-title`}>{row.title}</h2>
      {isRestored ? <p className="note info">{t('text.restored')}</p> : null}
      <div className="both">
        <div>
          <textarea
            ref={field}
            className="markdown"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-help`}
            value={body}
            onChange={(event) => write(event.target.value)}
          />
          <p className="small" id={`${id}-help`}>
            {t('text.help')}
          </p>
          <FigurePicker unit={row.unit} insert={insert} />
        </div>
        <div className="prose">
          <h3>{t('text.preview')}</h3>
          <Narrative body={body} />
        </div>
      </div>
      {conflict === undefined ? (
        <Refusal sent={sent} />
      ) : (
        <>
          <TextConflict conflict={conflict} choose={choose} />
          <Refusal sent={lost} />
        </>
      )}
      <p className="saved" role="status">
        {t(isSaving ? 'text.saving' : kept !== null ? 'text.unsaved' : 'text.saved')}
      </p>
      <History
        table="text"
        id={row.id}
        unit={row.unit}
        field="body"
        name={row.title}
        show={(fields) => <span className="said">{`${fields?.['body'] ?? ''}`}</span>}
      />
    </section>
  );
}

type ConflictProps = {
  readonly conflict: ConflictJson;
  readonly choose: (conflict: ConflictJson, isMine: boolean) => Promise<void>;
};

function TextConflict({ conflict, choose }: ConflictProps) {
  const t = useText();
  const bodyOf = (side: unknown): string => (side as { readonly body?: string } | null)?.body ?? '';
  return (
    <div className="note" role="alert">
      <strong>{t('conflict.title')}</strong>
      <div className="both">
        {(['theirs', 'yours'] as const).map((side) => (
          <div key={side}>
            <p>{t(side === 'theirs' ? 'conflict.theirs' : 'conflict.yours')}</p>
            <pre>{bodyOf(conflict[side])}</pre>
            <button type="button" className="button" onClick={() => choose(conflict, side === 'yours')}>
              {t(side === 'theirs' ? 'conflict.useTheirs' : 'conflict.useYours')}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Figures of the unit, by name: what is put in the text is the figure's id, and it follows the budget from then on. */
function FigurePicker({
  unit,
  insert,
}: {
  readonly unit: string;
  readonly insert: (figure: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const id = useId();
  const figures = [null, ...(budget.index.servicesOf.get(unit) ?? [])].flatMap((service) => {
    const row = rowAt(budget, {
      unit,
      service: service?.id ?? null,
      party: null,
      kind: service?.kind ?? 'operating',
    });
    if (row === undefined || row.current.ore === null || budget.hides(row.figureId)) return [];
    const name = service === null ? t('table.sumOperating') : nameIn(service, language);
    return [{ id: row.current.figureId, name: `${name}: ${inWords(row.current.ore)}` }];
  });
  const [chosen, setChosen] = useState(figures[0]?.id ?? '');
  if (figures.length === 0) return null;
  return (
    <p className="acts">
      <label htmlFor={id}>{t('text.figure')}</label>
      <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {figures.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => insert(chosen)}>
        {t('text.insert')}
      </button>
    </p>
  );
}
