import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from 'pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);
const is = (element: PDFDict, type: string): boolean => element.get(name('S')) === name(type);

/**
 * The first cell of every body row becomes the row's header, with an id that the other cells of the row name beside their columns': Typst
 * can say so of columns only.
 */
export async function withRowHeaders(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const { context } = document;
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const ids = new Map<string, PDFObject>();
  let rows = 0;
  visit(root, null, (element, reference) => {
    const known = element.lookup(name('ID'));
    if (known instanceof PDFString || known instanceof PDFHexString) ids.set(known.decodeText(), reference);
    if (!is(element, 'TBody')) return;
    for (const row of kidsOf(element)) {
      const [first, ...others] = kidsOf(row.element);
      if (first === undefined || !is(first.element, 'TD')) continue;
      const id = `row${rows}`;
      rows += 1;
      first.element.set(name('S'), name('TH'));
      first.element.set(name('ID'), PDFString.of(id));
      tableAttributes(first.element, context).set(name('Scope'), name('Row'));
      for (const { element: cell } of others) {
        const attributes = tableAttributes(cell, context);
        const headers = attributes.lookup(name('Headers'));
        if (headers instanceof PDFArray) headers.push(PDFString.of(id));
        else attributes.set(name('Headers'), context.obj([PDFString.of(id)]));
      }
    }
  });
  const names = [...ids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, element]) => [PDFString.of(id), element]);
  root.set(name('IDTree'), context.register(context.obj({ Names: names })));
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}

type Kid = { readonly element: PDFDict; readonly reference: PDFObject };

function visit(
  element: PDFDict,
  reference: PDFObject | null,
  see: (element: PDFDict, reference: PDFObject) => void,
): void {
  if (reference !== null) see(element, reference);
  for (const kid of kidsOf(element)) visit(kid.element, kid.reference, see);
  // Row headers get their ids after their row was seen, and are visited after that: the tree of ids has them all.
}

/** The elements inside an element; marked content and references to objects are none. */
function kidsOf(element: PDFDict): readonly Kid[] {
  const kids = element.lookup(name('K'));
  const all =
    kids instanceof PDFArray
      ? kids.asArray().map((reference, at) => ({ element: kids.lookup(at), reference }))
      : [{ element: kids, reference: element.get(name('K')) }];
  return all.filter(
    (kid): kid is Kid =>
      kid.element instanceof PDFDict && kid.element.has(name('S')) && kid.reference !== undefined,
  );
}

/** What an element says about itself as a part of a table. */
function tableAttributes(element: PDFDict, context: PDFContext): PDFDict {
  const known = element.lookup(name('A'));
  const all = known instanceof PDFArray ? known.asArray().map((_, at) => known.lookup(at)) : [known];
  const own = all.find(
    (one): one is PDFDict => one instanceof PDFDict && one.get(name('O')) === name('Table'),
  );
  if (own !== undefined) return own;
  const made = context.obj({ O: 'Table' });
  if (known instanceof PDFArray) known.push(made);
  else if (known instanceof PDFDict) element.set(name('A'), context.obj([known, made]));
  else element.set(name('A'), made);
  return made;
}
