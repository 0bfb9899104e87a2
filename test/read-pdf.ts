import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of a PDF's structure, as a screen reader meets it. */
export type Element = {
  readonly role: string;
  readonly alt: string | null;
  readonly id: string | null;
  readonly scope: string | null;
  /** Ids of the header cells a cell names. */
  readonly headers: readonly string[];
  readonly columns: number;
  readonly children: readonly Element[];
};

export type Structure = {
  readonly language: string | null;
  readonly title: string | null;
  readonly isMarked: boolean;
  readonly elements: readonly Element[];
};

const name = (text: string): PDFName => PDFName.of(text);
const textOf = (value: unknown): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
const nameOf = (value: unknown): string | null => (value instanceof PDFName ? value.decodeText() : null);

/** The structure of a PDF, all elements in reading order with what each says about itself. */
export async function structureOf(pdf: Uint8Array): Promise<Structure> {
  const { catalog, ...document } = await PDFDocument.load(pdf, { updateMetadata: false });
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  return {
    language: textOf(catalog.lookup(name('Lang'))),
    title: textOf(info.lookup(name('Title'))),
    isMarked: `${catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))}` === 'true',
    elements: all(elementOf(root).children),
  };
}

const all = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [element, ...all(element.children)]);

function listed(value: unknown): readonly unknown[] {
  return value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value];
}

function elementOf(dict: PDFDict): Element {
  const attributes = listed(dict.lookup(name('A'))).find(
    (one): one is PDFDict => one instanceof PDFDict && nameOf(one.get(name('O'))) === 'Table',
  );
  return {
    role: nameOf(dict.get(name('S'))) ?? '',
    alt: textOf(dict.lookup(name('Alt'))),
    id: textOf(dict.lookup(name('ID'))),
    scope: nameOf(attributes?.get(name('Scope'))),
    headers: listed(attributes?.lookup(name('Headers'))).flatMap((one) => textOf(one) ?? []),
    columns: Number(`${attributes?.get(name('ColSpan')) ?? 1}`),
    children: listed(dict.lookup(name('K'))).flatMap((kid) =>
      kid instanceof PDFDict && kid.has(name('S')) ? [elementOf(kid)] : [],
    ),
  };
}

/** The languages that single words of a PDF are marked with, beside the document's own. */
export async function wordLanguages(pdf: Uint8Array): Promise<ReadonlySet<string>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const texts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream && !one.dict.has(name('Length1')) ? [one] : []))
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\/Lang \((\w+)\)/g)].map(([, found = '']) => found)),
  );
}

export type PdfPage = {
  /** The text in the order it is drawn, without any white space. */
  readonly text: string;
  /** How much is painted outside every mark: neither read aloud nor called decoration. */
  readonly unmarked: number;
  /** Stars of provisional figures that are drawn over the figure instead of after it. */
  readonly coveredBy: readonly string[];
};

const paints = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.stroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.shadingFill,
  OPS.paintImageXObject,
]);
/** Text without the spaces and line ends that a page sets as it likes. */
export const withoutSpace = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

type Drawn = { readonly str?: string; readonly width?: number; readonly transform?: readonly number[] };

/** The words whose end lies under the star that follows them. */
const coveredByStars = (items: readonly Drawn[]): readonly string[] =>
  items.flatMap(({ str, transform }, at) => {
    const before = items[at - 1];
    const end = (before?.transform?.[4] ?? 0) + (before?.width ?? 0);
    const isOnItsLine = before?.transform?.[5] === transform?.[5];
    return str === '*' && isOnItsLine && (transform?.[4] ?? 0) < end - 0.1 ? [`${before?.str}`] : [];
  });

/** What stands on each page. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let nr = 1; nr <= document.numPages; nr += 1) {
    const page = await document.getPage(nr);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    let depth = 0;
    let unmarked = 0;
    for (const [at, drawn] of fnArray.entries()) {
      // A path is drawn and painted in one: how it is painted is the path's first argument.
      const operation: number = drawn === OPS.constructPath ? argsArray[at]?.[0] : drawn;
      if (operation === OPS.beginMarkedContent || operation === OPS.beginMarkedContentProps) depth += 1;
      else if (operation === OPS.endMarkedContent) depth -= 1;
      else if (paints.has(operation) && depth === 0) unmarked += 1;
    }
    pages.push({
      text: withoutSpace(items.map((item) => ('str' in item ? item.str : '')).join('')),
      unmarked,
      coveredBy: coveredByStars(
        items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item as Drawn] : [])),
      ),
    });
  }
  await task.destroy();
  return pages;
}
