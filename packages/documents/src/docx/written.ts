import { type IContext, type IXmlableObject, type ParagraphChild, XmlComponent } from 'docx';

/** An element as the library is about to write it. */
export type WordXml = IXmlableObject;

/**
 * An element written here, in the library's own words for XML: of what there are thousands (runs, rows), each of the library's objects costs
 * more than all it holds. `write` gets what the library passes down when it writes.
 */
class Written extends XmlComponent {
  readonly #write: (context: IContext) => WordXml;

  constructor(name: string, write: (context: IContext) => WordXml) {
    super(name);
    this.#write = write;
  }

  override prepForXml(context: IContext): WordXml {
    return this.#write(context);
  }
}

/** A row of a table, to be added to one the library has made. */
export const writtenRow = (write: (context: IContext) => readonly WordXml[]): XmlComponent =>
  new Written('w:tr', (context) => ({ 'w:tr': [...write(context)] }));

/** A run. The library takes its own runs alone, but asks no more of them than this. */
export const writtenRun = (parts: readonly WordXml[]): ParagraphChild =>
  new Written('w:r', () => ({ 'w:r': [...parts] })) as unknown as ParagraphChild;

/** What stands in a paragraph, whoever writes it. */
export const xmlOf = (children: readonly ParagraphChild[], context: IContext): readonly WordXml[] =>
  children.flatMap((child) => (child as unknown as XmlComponent).prepForXml(context) ?? []);

/** An element with attributes alone. */
export const attributed = (
  name: string,
  attributes: { readonly [name: string]: string | number },
): WordXml => ({
  [name]: { _attr: attributes },
});
