import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { captionName, type ReadTable } from './read-table.ts';

type Structure = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Structure[];
};

const every = (node: Structure, role: string): readonly Structure[] =>
  (node.children ?? []).flatMap((child) => [...(child.role === role ? [child] : []), ...every(child, role)]);

/**
 * The tables of a PDF by its structure, as a screen reader meets them: the text of a cell is what is marked as that cell's. A table that
 * goes on over the page is one table.
 */
export async function readPdfTables(pdf: Uint8Array): Promise<readonly ReadTable[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const tables: { name: string; head: string[][]; rows: string[][] }[] = [];
  for (let nr = 1; nr <= document.numPages; nr += 1) {
    const page = await document.getPage(nr);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== null) ?? null;
        if (id !== null) marked.set(id, `${marked.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? null);
    }
    const textOf = (node: Structure): string =>
      node.type === 'content'
        ? (marked.get(node.id ?? '') ?? '')
        : (node.children ?? []).map(textOf).join('');
    const structure = (await page.getStructTree()) as Structure | null;
    for (const table of structure === null ? [] : every(structure, 'Table')) {
      const [caption] = every(table, 'Caption');
      const name = caption === undefined ? '' : captionName(textOf(caption));
      const rowsIn = (part: string): string[][] =>
        every(table, part).flatMap((one) => every(one, 'TR').map((row) => (row.children ?? []).map(textOf)));
      const last = tables.at(-1);
      const rows = rowsIn('TBody');
      // Each of the pages a table stands on has all its rows, with text in those that stand there.
      if (name === '' && last !== undefined)
        last.rows = last.rows.map((cells, row) => cells.map((text, at) => `${text}${rows[row]?.[at] ?? ''}`));
      else tables.push({ name, head: rowsIn('THead'), rows });
    }
  }
  await task.destroy();
  return tables;
}
