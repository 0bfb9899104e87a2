import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** The first cell of every body row becomes the row's header: Typst can say so of columns only. */
export async function withRowHeaders(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  visit(root, (element) => {
    if (element.get(name('S')) !== name('TBody')) return;
    for (const row of kidsOf(element)) {
      const [first] = kidsOf(row);
      if (first?.get(name('S')) !== name('TD')) continue;
      first.set(name('S'), name('TH'));
      const scope = document.context.obj({ O: 'Table', Scope: 'Row' });
      const known = first.lookup(name('A'));
      if (known instanceof PDFArray) known.push(scope);
      else if (known instanceof PDFDict) known.set(name('Scope'), name('Row'));
      else first.set(name('A'), scope);
    }
  });
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

function visit(element: PDFDict, see: (element: PDFDict) => void): void {
  see(element);
  for (const kid of kidsOf(element)) visit(kid, see);
}

/** The elements inside an element; marked content and references to objects are none. */
function kidsOf(element: PDFDict): readonly PDFDict[] {
  const kids: PDFObject | undefined = element.lookup(name('K'));
  const all = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
  return all.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(name('S')));
}
