import { captionName, type ReadTable } from './read-table.ts';
import { every, filesOf, own, parseXml, type Xml } from './read-zip.ts';

export type ReadParagraph = {
  readonly style: string;
  readonly text: string;
  readonly languages: readonly string[];
};

export type ReadWord = {
  readonly tables: readonly ReadTable[];
  /** Paragraphs outside tables, in order. */
  readonly paragraphs: readonly ReadParagraph[];
  /** Rows marked as header rows, of each table; and whether no row may be cut. */
  readonly marks: readonly {
    readonly headRows: number;
    readonly rows: number;
    readonly whole: number;
    readonly firstColumn: boolean;
  }[];
  readonly drawings: readonly {
    readonly text: string;
    readonly isDecorative: boolean;
    readonly id: string;
  }[];
  readonly anchors: readonly string[];
  readonly bookmarks: readonly { readonly name: string; readonly id: string }[];
  readonly styles: readonly { readonly id: string; readonly name: string }[];
  readonly language: string | null;
  /** Every file of the package that is XML, by its path. */
  readonly parts: ReadonlyMap<string, Xml>;
};

/** The text of runs: letters, and Word's own signs for tab, line end and soft hyphen. */
const textOf = (xml: Xml): string =>
  xml.children
    .map((child): string => {
      if (typeof child === 'string') return '';
      switch (child.name) {
        case 'w:t':
          return child.children.filter((one) => typeof one === 'string').join('');
        case 'w:tab':
          return xml.name === 'w:r' ? '\t' : '';
        case 'w:br':
          return '\n';
        case 'w:softHyphen':
          return '\u00ad';
        default:
          return textOf(child);
      }
    })
    .join('');

const value = (xml: Xml | undefined): string => xml?.attributes['w:val'] ?? '';
const cellText = (cell: Xml): string => own(cell, 'w:p').map(textOf).join('\n');
const isHead = (row: Xml): boolean =>
  own(row, 'w:trPr').some((marks) => own(marks, 'w:tblHeader').length > 0);

/** A Word file taken apart: unzipped, parsed strictly, and read without knowing who wrote it. */
export function readDocx(bytes: Uint8Array): ReadWord {
  const parts = new Map(
    Object.entries(filesOf(bytes))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, parseXml(content)]),
  );
  const part = (path: string): Xml => {
    const found = parts.get(path);
    if (found === undefined) throw new Error(`the file has no ${path}`);
    return found;
  };
  const document = part('word/document.xml');
  const styles = part('word/styles.xml');
  const [body] = own(document, 'w:body');
  const blocks = (body?.children ?? []).flatMap((child): readonly Xml[] =>
    typeof child === 'string'
      ? []
      : child.name === 'w:sdt'
        ? own(child, 'w:sdtContent').flatMap((content) =>
            content.children.filter((one) => typeof one !== 'string'),
          )
        : [child],
  );
  let caption = '';
  const tables: ReadTable[] = [];
  const paragraphs: ReadParagraph[] = [];
  for (const block of blocks) {
    if (block.name === 'w:p') {
      const style = value(own(block, 'w:pPr').flatMap((properties) => own(properties, 'w:pStyle'))[0]);
      const text = textOf(block);
      if (style === 'Caption') caption = text;
      paragraphs.push({ style, text, languages: every(block, 'w:lang').map(value) });
    }
    if (block.name === 'w:tbl') {
      const rows = own(block, 'w:tr');
      const texts = (all: readonly Xml[]): readonly (readonly string[])[] =>
        all.map((row) => own(row, 'w:tc').map(cellText));
      tables.push({
        name: captionName(caption),
        head: texts(rows.filter(isHead)),
        rows: texts(rows.filter((row) => !isHead(row))),
      });
    }
  }
  return {
    tables,
    paragraphs,
    marks: every(document, 'w:tbl').map((table) => ({
      headRows: own(table, 'w:tr').filter(isHead).length,
      rows: own(table, 'w:tr').length,
      whole: every(table, 'w:cantSplit').length,
      firstColumn: every(table, 'w:tblLook').some(({ attributes }) =>
        /^(1|true)$/.test(attributes['w:firstColumn'] ?? ''),
      ),
    })),
    drawings: every(document, 'wp:docPr').map((drawing) => ({
      text: drawing.attributes['descr'] ?? '',
      id: drawing.attributes['id'] ?? '',
      isDecorative: every(drawing, 'adec:decorative').some(({ attributes }) => attributes['val'] === '1'),
    })),
    anchors: every(document, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'] ?? ''),
    bookmarks: every(document, 'w:bookmarkStart').map(({ attributes }) => ({
      name: attributes['w:name'] ?? '',
      id: attributes['w:id'] ?? '',
    })),
    styles: own(styles, 'w:style').map((style) => ({
      id: style.attributes['w:styleId'] ?? '',
      name: value(own(style, 'w:name')[0]),
    })),
    language: value(every(styles, 'w:docDefaults').flatMap((defaults) => every(defaults, 'w:lang'))[0]),
    parts,
  };
}
