import { SaxesParser } from 'saxes';

/** An element as it begins: its name with prefix, and its attributes. */
export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

export type XmlHandlers = {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const deepest = 256;

/**
 * Reads XML from one end to the other. Throws on what is not well-formed, on any DOCTYPE (entities are how XML bombs are made) and on
 * nesting no document has.
 */
export function walkXml(xml: string, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Error('nesting');
    open?.({ name, attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(name);
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(xml.replace(/^\ufeff/, '')).close();
}
