import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../shell/icons.tsx';
import { usePath } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';
import { useSearch } from './use-search.ts';

const most = 8;

/**
 * Search in the head: `/` or Ctrl K goes there, arrows choose, Enter goes to what is chosen, or to all that was found. Without JavaScript
 * the form gives the page of results. On a narrow screen a link to that page stands instead. (S-WEB-47)
 */
export function SearchBox() {
  const t = useText();
  const id = useId();
  const path = usePath();
  const navigate = useNavigate();
  const { key } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { hits, addressOf } = useSearch(query);
  const shown = hits.slice(0, most);
  const all = `${path('sok')}?q=${encodeURIComponent(query.trim())}`;
  const hasList = isOpen && query.trim() !== '';
  const options = [
    ...shown.map((hit) => ({ ...hit, to: addressOf(hit) })),
    ...(hits.length > shown.length
      ? [{ kind: null, name: t('search.all', { query: query.trim() }), detail: `${hits.length}`, to: all }]
      : []),
  ];
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const go = (to: string): void => {
    close();
    setQuery('');
    navigate(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed again on the page one came to
  useEffect(close, [key]);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isCommand && !(isSlash && !isWriting(event.target))) return;
      event.preventDefault();
      const box = input.current;
      // The box is not there on a narrow screen: its page is.
      if (box === null || box.offsetParent === null) navigate(path('sok'));
      else {
        box.focus();
        box.select();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (hasList) close();
      else setQuery('');
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      const count = options.length;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // From the box itself, place −1, down is the first and up is the last.
      setActive((active + (active < 0 && step < 0 ? 0 : step) + count) % count);
    } else if (event.key === 'Enter') {
      const chosen = options[active];
      if (chosen === undefined) return;
      event.preventDefault();
      go(chosen.to);
    }
  };
  return (
    <search className="search">
      <Link className="search-link" to={path('sok')} aria-label={t('search.title')}>
        <Icon name="search" />
      </Link>
      <form
        action={path('sok')}
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== '') go(all);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          name="q"
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={hasList && options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hasList && active >= 0 ? `${id}-${active}` : undefined}
          aria-keyshortcuts="/ Control+K"
          autoComplete="off"
          placeholder={t('search.title')}
          maxLength={100}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        <span className="keys" aria-hidden="true">
          {t('search.keys')}
        </span>
        <div className="hits" hidden={!hasList}>
          <div role="listbox" id={`${id}-list`} aria-label={t('search.title')}>
            {hasList
              ? options.map((hit, at) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus
                  <div
                    key={`${hit.kind} ${hit.name} ${hit.to}`}
                    id={`${id}-${at}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={at === active}
                    // The box keeps the focus: it is left by going somewhere.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => go(hit.to)}
                  >
                    <span>{hit.name}</span>
                    <span className="small">
                      {hit.detail ?? (hit.kind === null ? '' : t(`search.kind.${hit.kind}`))}
                    </span>
                  </div>
                ))
              : null}
          </div>
          {options.length === 0 ? <p className="quiet">{t('search.hits', { count: 0 })}</p> : null}
        </div>
        <output className="hidden-text">{hasList ? t('search.hits', { count: hits.length }) : ''}</output>
      </form>
    </search>
  );
}

/** Whether somebody is writing: a sign there is a sign and no shortcut. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role=grid], [role=gridcell]') !== null);
