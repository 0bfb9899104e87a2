import { fail, ok, type Result } from '@samstyr/core/result/result';
import { Parser } from 'htmlparser2';
import { asBlocks } from './read-docx.ts';
import type { ReadProblem } from './read-problem.ts';
import { decodeText } from './read-text.ts';
import { type SpannedCell, spreadCells } from './spread-cells.ts';
import type { Block, RawRow } from './table-lines.ts';

type OpenTable = {
  readonly rows: { readonly cells: SpannedCell[]; readonly foot: boolean }[];
  cell: { text: string; columns: number; rows: number } | null;
  isFoot: boolean;
  /** Its caption, and words that strayed between the cells: they stand before it. */
  caption: string;
  readonly nested: Block[];
};

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'nav', 'dialog', 'select']);
const breaks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'figure',
  'figcaption',
  'blockquote',
  'pre',
  'summary',
  'details',
  'form',
  'address',
  'hr',
  'br',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const deepest = 2000;

const count = (text: string | undefined): number => {
  const read = Number.parseInt(text ?? '1', 10);
  return Number.isFinite(read) ? Math.min(Math.max(read, 1), 400) : 1;
};
const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['hidden'] !== undefined ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(attributes['style'] ?? '');

/**
 * A web page → its paragraphs and tables in order. What nobody sees (scripts, styles, hidden parts, menus) is left out. `line` counts
 * paragraphs and table rows from the top: where the source broke its lines says nothing to a reader.
 */
export function readHtml(bytes: Uint8Array): Result<readonly Block[], ReadProblem> {
  const html = decodeText(bytes);
  if (html === null) return fail({ code: 'published.notUtf8' });
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const hiddenAt: string[] = [];
  let depth = 0;
  let isTooDeep = false;
  let line = 0;
  let text = '';
  let heading = false;

  const emit = (block: Block): void => {
    const outer = tables.at(-1);
    if (outer === undefined) blocks.push(block);
    else outer.nested.push(block);
  };
  const flush = (): void => {
    const said = text.replace(/[ \t\r\n\f\u00ad]+/g, ' ').trim();
    text = '';
    if (said === '') return;
    line += 1;
    emit({ kind: 'text', source: { text: heading ? `## ${said}` : said, line, page: null } });
  };
  const closeCell = (table: OpenTable): void => {
    if (table.cell === null) return;
    const said = table.cell.text.replace(/[ \t\r\n\f\u00ad]+/g, ' ').trim();
    table.rows.at(-1)?.cells.push({ ...table.cell, text: said });
    table.cell = null;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > deepest) {
          isTooDeep = true;
          parser.pause();
          return;
        }
        if (
          hiddenAt.length > 0 ||
          silent.has(name) ||
          isNoteMark(name, tables) ||
          (isHidden(attributes) && !voidTags.has(name))
        ) {
          if (!voidTags.has(name)) hiddenAt.push(name);
          return;
        }
        const table = tables.at(-1);
        if (name === 'table') {
          if (table === undefined) flush();
          tables.push({ rows: [], cell: null, isFoot: false, caption: '', nested: [] });
        } else if (table !== undefined && name === 'tfoot') table.isFoot = true;
        else if (table !== undefined && name === 'tr') {
          closeCell(table);
          table.rows.push({ cells: [], foot: table.isFoot });
        } else if (table !== undefined && (name === 'td' || name === 'th')) {
          closeCell(table);
          if (table.rows.length === 0) table.rows.push({ cells: [], foot: false });
          table.cell = {
            text: '',
            columns: count(attributes['colspan']),
            rows: count(attributes['rowspan']),
          };
        } else if (breaks.has(name)) {
          if (table === undefined) {
            flush();
            heading = /^h[1-6]$/.test(name);
          } else if (table.cell !== null) table.cell.text += ' ';
        }
      },
      ontext(said) {
        if (hiddenAt.length > 0) return;
        const table = tables.at(-1);
        if (table === undefined) text += said;
        else if (table.cell !== null) table.cell.text += said;
        else table.caption += said;
      },
      onclosetag(name) {
        depth -= 1;
        if (hiddenAt.length > 0) {
          if (!voidTags.has(name)) hiddenAt.pop();
          return;
        }
        const table = tables.at(-1);
        if (name === 'table' && table !== undefined) {
          closeCell(table);
          tables.pop();
          const caption = table.caption.replace(/\s+/g, ' ').trim();
          if (caption !== '') {
            line += 1;
            emit({ kind: 'text', source: { text: caption, line, page: null } });
          }
          const ordered = [
            ...table.rows.filter(({ foot }) => !foot),
            ...table.rows.filter(({ foot }) => foot),
          ];
          const rows = spreadCells(ordered.map(({ cells }) => cells)).map((cells): RawRow => {
            line += 1;
            return { cells, source: { text: cells.join(' '), line, page: null } };
          });
          for (const block of asBlocks(rows)) emit(block);
          for (const block of table.nested) emit(block);
        } else if (table !== undefined && (name === 'td' || name === 'th')) closeCell(table);
        else if (table !== undefined && name === 'tfoot') table.isFoot = false;
        else if (table === undefined && breaks.has(name)) {
          flush();
          heading = false;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  if (isTooDeep) return fail({ code: 'published.broken', kind: 'HTML' });
  parser.end();
  flush();
  return ok(blocks);
}

/** A raised 1 after a figure points at a note; read on, it would be a digit. */
const isNoteMark = (name: string, tables: readonly OpenTable[]): boolean =>
  name === 'sup' && tables.at(-1)?.cell != null;

const voidTags = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
