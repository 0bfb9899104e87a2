import type { ReactNode } from 'react';
import { inWords, kroner } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { FigureLink } from './amount.tsx';

const figure = /\{\{\s*([^|}]+?)\s*(?:\|\s*([^}]*?)\s*)?\}\}/g;

/** A chapter's closed Markdown as elements: paragraphs, lists, bold, and figures that explain themselves. Never as markup. */
export function Narrative({ body }: { readonly body: string }) {
  const blocks = body.trim().split(/\n\s*\n/);
  return blocks.map((block, at) => {
    const lines = block.split('\n');
    const key = `${at}`;
    if (lines.every((line) => /^- /.test(line)))
      return (
        <ul key={key}>
          {lines.map((line) => (
            <li key={line}>
              <Inline text={line.slice(2)} />
            </li>
          ))}
        </ul>
      );
    return (
      <p key={key}>
        <Inline text={lines.join(' ')} />
      </p>
    );
  });
}

function Inline({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(figure)) {
    parts.push(<Bold key={`t${from}`} text={text.slice(from, match.index)} />);
    parts.push(<FigureInText key={`f${match.index}`} id={match[1] ?? ''} format={match[2] ?? 'auto'} />);
    from = match.index + match[0].length;
  }
  parts.push(<Bold key={`t${from}`} text={text.slice(from)} />);
  return parts;
}

function Bold({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  for (const [at, part] of text.split('**').entries())
    parts.push(at % 2 === 1 ? <strong key={`${at}-${part}`}>{part}</strong> : part);
  return parts;
}

function FigureInText({ id, format }: { readonly id: string; readonly format: string }) {
  const amount = useBudget().inText(id);
  if (amount === null) return <code>{id}</code>;
  return (
    <FigureLink figureId={id} label="">
      {format === 'kr' ? `${kroner(amount)}\u00a0kr` : inWords(amount)}
    </FigureLink>
  );
}
