import type { IContext, IXmlableObject, PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { page, twips } from './look.ts';

type Xml = unknown;
const isObject = (xml: Xml): xml is { [name: string]: Xml } =>
  typeof xml === 'object' && xml !== null && !Array.isArray(xml);
/** What an element holds, attributes among it. */
const partsOf = (xml: Xml, name: string): readonly Xml[] => {
  const held = isObject(xml) ? xml[name] : undefined;
  return Array.isArray(held) ? held : held === undefined ? [] : [held];
};
const attributesOf = (parts: readonly Xml[]): { [name: string]: Xml } => {
  const found = parts.find((part) => isObject(part) && isObject(part['_attr']));
  const own = isObject(found) ? found['_attr'] : null;
  return isObject(own) ? own : {};
};

/** Every element of a name below, outer before inner. */
function* every(xml: Xml, name: string): Generator<{ [name: string]: Xml }> {
  if (Array.isArray(xml)) for (const part of xml) yield* every(part, name);
  else if (isObject(xml))
    for (const [key, held] of Object.entries(xml)) {
      if (key === name) yield xml;
      if (key !== '_attr') yield* every(held, name);
    }
}

const isCell = (xml: Xml): boolean => isObject(xml) && 'w:tc' in xml;

/** A cell whose one paragraph is a number of a table. */
function isNumberCell(xml: Xml): boolean {
  const paragraph = partsOf(xml, 'w:tc').find((part) => isObject(part) && 'w:p' in part);
  const properties = partsOf(paragraph, 'w:p').find((part) => isObject(part) && 'w:pPr' in part);
  const style = partsOf(properties, 'w:pPr').find((part) => isObject(part) && 'w:pStyle' in part);
  return numberStyle.test(`${attributesOf(partsOf(style, 'w:pStyle'))['w:val'] ?? ''}`);
}
const numberStyle = /^Tabell(?:sum)?tall/;

/** A row without the numbers it ends with: each is one line, as its column is made for, so no row is higher for them. */
function withoutNumbers(row: readonly Xml[]): readonly Xml[] {
  let end = row.length;
  while (end > 0 && isNumberCell(row[end - 1])) end -= 1;
  const kept = row.slice(0, end);
  return kept.some(isCell) ? kept : row;
}

/**
 * What the layout needs of the body. The numbers of tables are most of the document and move no page, and a word of thousands of letters
 * would take minutes: without both, the pages are the same and come in a fraction of the time.
 */
export function layoutBody(xml: Xml): Xml {
  if (typeof xml === 'string') return xml.replace(/(\S{80})\S+/g, '$1');
  if (Array.isArray(xml)) return xml.map(layoutBody);
  if (!isObject(xml) || '_attr' in xml) return xml;
  return Object.fromEntries(
    Object.entries(xml).map(([name, held]) => [
      name,
      layoutBody(name === 'w:tr' && Array.isArray(held) ? withoutNumbers(held) : held),
    ]),
  );
}

/** The lists of contents with the number of each chapter's page, at the margin's edge. */
function fillContents(body: Xml, pageOf: ReadonlyMap<string, string>): void {
  for (const list of every(body, 'w:sdtContent')) {
    for (const tab of every(list, 'w:tab')) {
      const attributes = attributesOf(partsOf(tab, 'w:tab'));
      if (attributes['w:val'] === 'right') attributes['w:pos'] = twips(page.portrait.text);
    }
    for (const link of every(list, 'w:hyperlink')) {
      const number = pageOf.get(`${attributesOf(partsOf(link, 'w:hyperlink'))['w:anchor'] ?? ''}`);
      const last = [...every(link, 'w:t')].at(-1);
      const held = last?.['w:t'];
      if (number !== undefined && Array.isArray(held)) held[held.length - 1] = number;
    }
  }
}

const layOut = estimatePageNumbersWith({ guess: true });

/**
 * Lays the document out as Word does (with the widths of Word's own fonts), and writes the pages in the contents. The lists stay fields
 * that Word can bring up to date, and are not marked as out of date, so that nobody is asked about them when they open the file (S-WORD-05).
 */
export const pageNumbers: PageNumberEstimator = (body: IXmlableObject, context: IContext) => {
  const estimate = layOut(layoutBody(body) as IXmlableObject, context);
  fillContents(body, estimate.bookmarks);
  return estimate;
};
