import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import type { TextRow } from '@samstyr/core/model/rows';
import { isSlug, slugFrom } from '@samstyr/core/model/slug';
import { formatLine } from '../text/format-line.ts';
import type { Said } from './layout.ts';
import type { RawCell, RawRow } from './raw-row.ts';

type NarrativeFile = {
  readonly file: string;
  readonly text: string;
  readonly unit: string;
  readonly said: Said;
};

const heading = /^## +(.*?)(?: *\{#([^{}]*)\})? *$/;

/** The sections of a narrative: one for each `## Title {#section}`. A section without text stays. */
export function readNarrative(
  { file, text, unit, said }: NarrativeFile,
  report: (problem: FileProblem) => void,
): readonly RawRow[] {
  const rows: RawRow[] = [];
  let section: { readonly start: number; readonly title: string; readonly id: string } | null = null;
  let body: string[] = [];
  let isBeforeHeadings = true;

  const close = (): void => {
    if (section === null) return;
    const { start, title, id } = section;
    const place = { file, line: start, column: 1 };
    const cell = (value: string, line: number): RawCell => ({
      place: { file, line, column: 1 },
      text: value,
      node: null,
    });
    const blank = body.findIndex((line) => line.trim() !== '');
    const written = body
      .map((line) => line.replace(/^\\(\\*## )/, '$1'))
      .join('\n')
      .trim();
    const cells = new Map([
      ['id', cell([said['unit'], said['year'], said['language'], id].join('/'), start)],
      ['section', cell(id, start)],
      ['title', cell(title, start)],
      ['body', cell(written, start + 1 + Math.max(0, blank))],
    ]);
    rows.push({ table: 'text', cells, lacks: new Set(), place, said, unit });
  };

  for (const [at, line] of text.split('\n').entries()) {
    if (at === 0) continue;
    const found = heading.exec(line);
    if (found === null) {
      if (section !== null) body.push(line);
      else if (isBeforeHeadings && line.trim() !== '')
        report({
          code: 'narrative.beforeHeading',
          place: { file, line: at + 1, column: 1 },
          text: line.slice(0, 60),
        });
      continue;
    }
    close();
    isBeforeHeadings = false;
    const [, title = '', id = slugFrom(title).replaceAll('/', '-')] = found;
    if (title.trim() === '' || !isSlug(id, 1)) {
      report({
        code: 'narrative.heading',
        place: { file, line: at + 1, column: 1 },
        text: line.slice(0, 60),
      });
      section = null;
    } else section = { start: at + 1, title, id };
    body = [];
  }
  close();
  return rows;
}

/** A narrative in canonical form. A line of the text that looks like a heading gets a `\` before it. */
export const writeNarrative = (rows: readonly TextRow[]): string =>
  [
    `${formatLine}\n`,
    ...rows.map(({ title, section, body }) => {
      const escaped = body.replace(/^(\\*## )/gm, '\\$1');
      return `\n## ${title} {#${section}}\n${escaped === '' ? '' : `\n${escaped}\n`}`;
    }),
  ].join('');
