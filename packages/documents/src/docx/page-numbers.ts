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

/** The body with no word longer than a line: the layout takes minutes over one of thousands of letters. */
function withShortWords(xml: Xml): Xml {
  if (typeof xml === 'string') return xml.replace(/(\S{80})\S+/g, '$1');
  if (Array.isArray(xml)) return xml.map(withShortWords);
  if (!isObject(xml) || '_attr' in xml) return xml;
  return Object.fromEntries(Object.entries(xml).map(([name, held]) => [name, withShortWords(held)]));
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
  const estimate = layOut(withShortWords(body) as IXmlableObject, context);
  fillContents(body, estimate.bookmarks);
  return estimate;
};
