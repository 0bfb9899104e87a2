import type { ConflictJson } from '@samstyr/contract/api/problem';
import type { TextRow } from '@samstyr/core/model/rows';
import { useId, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { nameIn, rowAt } from '../budget/budget.ts';
import { inWords } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Narrative } from '../parts/narrative.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { History } from '../round/history.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useChapter } from './use-chapter.ts';

/** As long as a comment may be. */
const longestComment = 20_000;

/** One section: what is typed is what is saved, byte for byte; where others were first, both texts are shown and nothing is thrown away. */
export function Section({ row }: { readonly row: TextRow }) {
  const t = useText();
  const id = useId();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const act = useAct();
  const field = useRef<HTMLTextAreaElement>(null);
  const place = `samstyr-tekst/${cooperation}/${row.id}/${me?.user ?? ''}`;
  const { body, state, isRestored, sent, conflict, write, keepMine, takeTheirs } = useChapter(row, place);
  const [lost, setLost] = useState<Sent | null>(null);
  const insert = (figure: string): void => {
    const at = field.current?.selectionStart ?? body.length;
    write(`${body.slice(0, at)}{{${figure} | kr}}${body.slice(field.current?.selectionEnd ?? at)}`);
    field.current?.focus();
  };
  const choose = async (one: ConflictJson, isMine: boolean): Promise<void> => {
    if (!isMine) {
      const said = `${t('conflict.keptText')}\n\n${body}`.slice(0, longestComment);
      const answer = await act({
        method: 'POST',
        path: '/comments',
        body: { unit: row.unit, about: `text:${row.id}`, body: said },
      });
      if (answer.is !== 'done') return setLost(answer);
    }
    setLost(null);
    if (isMine) keepMine(one);
    else takeTheirs();
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
        {t(`text.${state}`)}
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
