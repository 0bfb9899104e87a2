import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { ReadProblem } from './read-problem.ts';
import { type SpannedCell, spreadCells } from './spread-cells.ts';
import type { Block, RawRow } from './table-lines.ts';
import { walkXml, type XmlElement } from './walk-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A cell of a Word table before merges are worked out. */
type WordCell = {
  columns: number;
  /** `below` goes on with the cell above it. */
  merge: 'none' | 'top' | 'below';
  readonly paragraphs: string[];
};
type WordTable = { readonly rows: { before: number; cells: WordCell[] }[]; readonly nested: Block[] };
type WordParagraph = { text: string; isHeading: boolean };

const skipped = new Set(['mc:Fallback', 'w:moveFrom', 'w:del', 'w:instrText', 'w:footnoteReference']);

/**
 * The main part of a Word file → its paragraphs and tables in order. A Word file knows no pages before it is laid out: `line` counts
 * paragraphs and table rows from the top. Deleted text of tracked changes is left out, inserted text is in.
 */
export function readDocx(zip: ZipArchive): Result<readonly Block[], ReadProblem> {
  const xml = zip.text('word/document.xml');
  if (xml === null) return fail({ code: 'published.broken', kind: 'Word' });
  const headings = headingStyles(zip.text('word/styles.xml'));
  const blocks: Block[] = [];
  const tables: WordTable[] = [];
  const paragraphs: WordParagraph[] = [];
  let line = 0;
  let isText = false;
  let skip = 0;

  const emit = (block: Block): void => {
    const outer = tables.at(-1);
    if (outer === undefined) blocks.push(block);
    else outer.nested.push(block);
  };
  const cell = (): WordCell | undefined => tables.at(-1)?.rows.at(-1)?.cells.at(-1);
  const add = (text: string): void => {
    const open = paragraphs.at(-1);
    if (open !== undefined) open.text += text;
  };

  const open = ({ name, attributes }: XmlElement): void => {
    if (skip > 0 || skipped.has(name)) {
      skip += 1;
      return;
    }
    const value = attributes['w:val'];
    const own = cell();
    if (name === 'w:t') isText = true;
    else if (name === 'w:p') paragraphs.push({ text: '', isHeading: false });
    else if (name === 'w:tab') add(tables.length > 0 ? ' ' : '\t');
    else if (name === 'w:br' || name === 'w:cr') add(' ');
    else if (name === 'w:noBreakHyphen') add('-');
    else if (name === 'w:pStyle' || name === 'w:outlineLvl') {
      const paragraph = paragraphs.at(-1);
      if (paragraph !== undefined && (name === 'w:outlineLvl' ? value !== '9' : headings.has(value ?? '')))
        paragraph.isHeading = true;
    } else if (name === 'w:tbl') tables.push({ rows: [], nested: [] });
    else if (name === 'w:tr') tables.at(-1)?.rows.push({ before: 0, cells: [] });
    else if (name === 'w:tc')
      tables.at(-1)?.rows.at(-1)?.cells.push({ columns: 1, merge: 'none', paragraphs: [] });
    else if (name === 'w:gridBefore') {
      const row = tables.at(-1)?.rows.at(-1);
      if (row !== undefined) row.before = count(value);
    } else if (name === 'w:gridSpan' && own !== undefined) own.columns = Math.max(1, count(value));
    else if (name === 'w:vMerge' && own !== undefined) own.merge = value === 'restart' ? 'top' : 'below';
  };

  const close = (name: string): void => {
    if (skip > 0) {
      skip -= 1;
      return;
    }
    if (name === 'w:t') isText = false;
    else if (name === 'w:p') {
      const done = paragraphs.pop();
      const text = done?.text.replace(/[ \u00ad]+/g, ' ').trim() ?? '';
      // A paragraph inside a paragraph stands in a text box.
      const own = cell();
      if (own !== undefined) own.paragraphs.push(text);
      else {
        line += 1;
        const marked = done?.isHeading === true && text !== '' ? `## ${text}` : text;
        emit({ kind: 'text', source: { text: marked, line, page: null } });
      }
    } else if (name === 'w:tbl') {
      const done = tables.pop();
      if (done === undefined) return;
      const cells = spreadCells(withoutMerges(done));
      if (tables.length === 0) {
        const rows = cells.map((texts): RawRow => {
          line += 1;
          return { cells: texts, source: { text: texts.join(' '), line, page: null } };
        });
        for (const block of asBlocks(rows)) emit(block);
      } else {
        // A table inside a table is read on its own; its lines are those of the one around it.
        const rows = cells.map(
          (texts): RawRow => ({
            cells: texts,
            source: { text: texts.join(' '), line: line + 1, page: null },
          }),
        );
        for (const block of asBlocks(rows)) emit(block);
      }
      for (const block of done.nested) emit(block);
    }
  };

  walkXml(xml, {
    open,
    close,
    text: (text) => {
      if (isText && skip === 0) add(text);
    },
  });
  return ok(blocks);
}

const count = (text: string | undefined): number => {
  const read = Number.parseInt(text ?? '0', 10);
  return Number.isFinite(read) ? Math.min(Math.max(read, 0), 400) : 0;
};

/** A frame of one column around text is no table. */
export function asBlocks(rows: readonly RawRow[]): readonly Block[] {
  if (rows.every(({ cells }) => cells.length < 2))
    return rows.map(({ source }) => ({ kind: 'text', source }) as const);
  return [{ kind: 'table', table: { rows, style: 'grid' } }];
}

function withoutMerges({ rows }: WordTable): readonly (readonly SpannedCell[])[] {
  const tops = new Map<number, { text: string; columns: number; rows: number }>();
  return rows.map(({ before, cells }) => {
    const out: { text: string; columns: number; rows: number }[] = [];
    if (before > 0) out.push({ text: '', columns: before, rows: 1 });
    let column = before;
    for (const { columns, merge, paragraphs } of cells) {
      const top = tops.get(column);
      if (merge === 'below' && top !== undefined) top.rows += 1;
      else {
        const made = { text: paragraphs.filter((text) => text !== '').join(' '), columns, rows: 1 };
        out.push(made);
        if (merge === 'top') tops.set(column, made);
        else tops.delete(column);
      }
      column += columns;
    }
    return out;
  });
}

/** Ids of the paragraph styles that are headings: by their English name, which every language of Word keeps, or their outline level. */
function headingStyles(xml: string | null): ReadonlySet<string> {
  const found = new Set<string>();
  if (xml === null) return found;
  let id = '';
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') id = attributes['w:styleId'] ?? '';
      else if (name === 'w:name' && /^(?:heading \d|title)$/i.test(value)) found.add(id);
      else if (name === 'w:outlineLvl' && value !== '9') found.add(id);
    },
  });
  return found;
}
