import { distributionWords } from '@samstyr/contract/texts/words';
import type { LineRow, ServiceRow } from '@samstyr/core/model/rows';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { nameIn } from '../budget/budget.ts';
import { isCounted, lastYearOf, sumOf } from '../budget/last-year.ts';
import { exactKroner, kroner, percentChange, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { amountIn, type useLines } from './use-lines.ts';

type GridProps = {
  readonly services: readonly ServiceRow[];
  readonly lines: readonly LineRow[];
  readonly cells: ReturnType<typeof useLines>;
  readonly isOpen: boolean;
  /** The last thing somebody said about a line, by its id. */
  readonly said: ReadonlyMap<string, string>;
  /** Told which line one is on. */
  readonly onActive: (id: string) => void;
};

/** Lines as in a spreadsheet: arrows move, typing or Enter writes, Enter goes down, Escape gives the old value back. */
export function LineGrid({ services, lines, cells, isOpen, said, onActive }: GridProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { overview, year } = budget;
  const body = useRef<HTMLTableElement>(null);
  const errorId = useId();
  const [active, setActive] = useState(lines[0]?.id ?? '');
  const [draft, setDraft] = useState<string | null>(null);
  const focus = (id: string): void => {
    setActive(id);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  const move = (by: number): void => {
    const at = lines.findIndex(({ id }) => id === active);
    focus(lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.id ?? active);
  };
  const textOf = (line: LineRow): string => cells.unsaved.get(line.id)?.text ?? exactKroner(line.amountOre);
  // A cell that is left by Enter also loses its focus: what was typed is written once.
  const isWriting = useRef(false);
  const begin = (text: string): void => {
    isWriting.current = true;
    setDraft(text);
  };
  const finish = (id: string): void => {
    if (isWriting.current && draft !== null) cells.write(id, draft);
    isWriting.current = false;
    setDraft(null);
  };
  const onCellKey = (event: KeyboardEvent, line: LineRow): void => {
    const { key, ctrlKey, metaKey } = event;
    if (draft !== null) return;
    if (ctrlKey || metaKey) {
      const back = key === 'z' ? cells.undo : key === 'y' ? cells.redo : null;
      if (back === null) return;
      event.preventDefault();
      const id = back();
      if (id !== null) focus(id);
      return;
    }
    const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 };
    const by = steps[key];
    if (by !== undefined) {
      event.preventDefault();
      move(by);
    } else if (isOpen && (key === 'Enter' || key === 'F2')) {
      event.preventDefault();
      begin(textOf(line));
    } else if (isOpen && key === 'Escape') cells.drop([line.id]);
    else if (isOpen && /^[\d−-]$/.test(key)) {
      event.preventDefault();
      begin(key);
    }
  };
  const onInputKey = (event: KeyboardEvent, line: LineRow): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      finish(line.id);
      move(1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isWriting.current = false;
      setDraft(null);
      focus(line.id);
    }
  };
  const onPaste = (line: LineRow, text: string): void => {
    const from = lines.indexOf(line);
    const texts = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((row) => row.split('\t')[0] ?? '');
    cells.paste(texts.flatMap((one, at) => (lines[from + at] ? [[lines[from + at]?.id ?? '', one]] : [])));
  };
  const ownOf = (service: string): readonly LineRow[] => lines.filter((line) => line.service === service);
  const groups = services.filter(({ id }) => ownOf(id).length > 0);
  const kinds = (['operating', 'investment'] as const).filter((kind) =>
    groups.some((service) => service.kind === kind),
  );
  /** What the cells come to as they are written; null while one of them cannot be read. */
  const written = (own: readonly LineRow[]): bigint | null => {
    const rows = own
      .filter(isCounted)
      .map((line) => ({ ...line, amountOre: amountIn(textOf(line)) ?? line.amountOre }));
    return own.some((line) => isCounted(line) && amountIn(textOf(line)) === null) ? null : sumOf(rows);
  };
  const unreadable = lines.find((line) => amountIn(textOf(line)) === null);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of cells one writes in is a grid (WAI-ARIA APG) */}
      <table className="grid" role="grid" aria-label={t('menu.lines')} ref={body}>
        <thead>
          <tr>
            <th scope="col">{t('lines.line')}</th>
            <th scope="col" className="number">
              {year - 1}
            </th>
            <th scope="col" className="number">
              {year}
            </th>
            <th scope="col" className="number">
              {t('lines.change')}
            </th>
            <th scope="col" className="number">
              %
            </th>
            <th scope="col">{t('lines.note')}</th>
          </tr>
        </thead>
        {groups.map((service) => {
          const own = ownOf(service.id);
          const before = lastYearOf(budget, service.id, own);
          const sum = written(own);
          return (
            <tbody key={service.id}>
              <tr className="group sum">
                <th scope="rowgroup">{nameIn(service, language)}</th>
                <td className="number before">{before.sum === null ? '–' : kroner(before.sum)}</td>
                <td className="number">{sum === null ? t('lines.waits') : exactKroner(sum)}</td>
                <Difference before={before.sum} now={sum} />
                <td />
              </tr>
              {own.map((line) => {
                const party = overview.parties.find((one) => one.party === line.party)?.name;
                const name = line.label ?? party ?? nameIn(service, language);
                const amount = amountIn(textOf(line));
                const isBad = amount === null;
                const was = before.lines.get(line.id);
                const isEdited = draft !== null && active === line.id;
                return (
                  <tr key={line.id}>
                    <th scope="row">
                      {name}
                      <span className="small">{distributionWords[line.distribution][language]}</span>
                    </th>
                    <td className="number before">
                      {was === undefined ? <span aria-hidden="true">–</span> : kroner(was)}
                    </td>
                    <td
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is reached by arrows
                      role="gridcell"
                      className={`cell number${cells.unsaved.has(line.id) ? ' changed' : ''}`}
                      data-line={line.id}
                      tabIndex={active === line.id ? 0 : -1}
                      aria-readonly={!isOpen}
                      aria-invalid={isBad}
                      aria-describedby={isBad ? errorId : undefined}
                      onFocus={() => {
                        setActive(line.id);
                        onActive(line.id);
                      }}
                      onKeyDown={(event) => onCellKey(event, line)}
                      onDoubleClick={() => (isOpen ? begin(textOf(line)) : undefined)}
                      onPaste={(event) => {
                        if (!isOpen || isEdited) return;
                        event.preventDefault();
                        onPaste(line, event.clipboardData.getData('text/plain'));
                      }}
                      onCopy={(event) => {
                        if (isEdited) return;
                        event.preventDefault();
                        event.clipboardData.setData('text/plain', textOf(line));
                      }}
                    >
                      {isEdited ? (
                        <input
                          // biome-ignore lint/a11y/noAutofocus: whoever pressed a key in the cell goes on writing in it
                          autoFocus
                          inputMode="decimal"
                          aria-label={`${nameIn(service, language)}, ${name}`}
                          value={draft ?? ''}
                          onFocus={({ target }) =>
                            target.setSelectionRange(target.value.length, target.value.length)
                          }
                          onChange={(event) => setDraft(event.target.value)}
                          onKeyDown={(event) => onInputKey(event, line)}
                          onBlur={() => finish(line.id)}
                        />
                      ) : (
                        <span>{textOf(line)}</span>
                      )}
                    </td>
                    <Difference before={was ?? null} now={amount} />
                    <td className="line-note">
                      {line.note}
                      {said.get(line.id) === undefined ? null : (
                        <span className="small">{said.get(line.id)}</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          );
        })}
        {groups.length < 2 ? null : (
          <tfoot>
            {kinds.map((kind) => {
              const all = groups.filter((service) => service.kind === kind);
              const own = lines.filter((line) => all.some(({ id }) => id === line.service));
              const sums = all.map(({ id }) => lastYearOf(budget, id, ownOf(id)).sum);
              const before = sums.includes(null)
                ? null
                : sums.reduce<bigint>((total, one) => total + (one ?? 0n), 0n);
              const sum = written(own);
              return (
                <tr className="sum" key={kind}>
                  <th scope="row">
                    {t(kind === 'operating' ? 'table.sumOperating' : 'table.sumInvestment')}
                  </th>
                  <td className="number before">{before === null ? '–' : kroner(before)}</td>
                  <td className="number">{sum === null ? t('lines.waits') : exactKroner(sum)}</td>
                  <Difference before={before} now={sum} />
                  <td />
                </tr>
              );
            })}
          </tfoot>
        )}
      </table>
      {unreadable === undefined ? null : (
        <p className="grid-error" role="alert" id={errorId}>
          {t('lines.unreadable', { text: textOf(unreadable), was: exactKroner(unreadable.amountOre) })}
        </p>
      )}
    </>
  );
}

/** How much an amount has moved since the year before, in kroner and per cent; empty where there is nothing to hold it against. */
function Difference({ before, now }: { readonly before: bigint | null; readonly now: bigint | null }) {
  const change = before === null || now === null ? null : now - before;
  return (
    <>
      <td className="number">{change === null ? null : signed(kroner(change))}</td>
      <td className="number before">
        {change === null || before === null
          ? null
          : (percentChange(change, before)?.replace(/\s%$/, '') ?? null)}
      </td>
    </>
  );
}
