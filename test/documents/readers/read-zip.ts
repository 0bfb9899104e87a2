import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type Xml = {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly (Xml | string)[];
};

/** The files of a zip, as Word and Excel pack their documents. */
export const filesOf = (bytes: Uint8Array): { readonly [path: string]: Uint8Array } => unzipSync(bytes);

/** Parses XML strictly: what is not well-formed throws, with its place. */
export function parseXml(bytes: Uint8Array): Xml {
  type Open = { name: string; attributes: { [name: string]: string }; children: (Xml | string)[] };
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  return root.children.find((child): child is Xml => typeof child !== 'string') ?? root;
}

/** Every element of a name below, in order; what stands inside one of them is found too. */
export const every = (xml: Xml, name: string): readonly Xml[] =>
  xml.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...every(child, name)],
  );

export const own = (xml: Xml, name: string): readonly Xml[] =>
  xml.children.filter((child): child is Xml => typeof child !== 'string' && child.name === name);

export const letters = (xml: Xml): string =>
  xml.children.map((child) => (typeof child === 'string' ? child : letters(child))).join('');
