import { renderPdfs } from '@samstyr/documents/pdf/render-pdf';
import { PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf, structureOf } from '../read-pdf.ts';
import { exampleEdition, treeOf } from './example-document.ts';
import { accessFaults } from './readers/pdf-faults.ts';
import { type Archive, archiveOf } from './readers/read-archive.ts';

let reading: Uint8Array;
let kept: Uint8Array;
let archive: Archive;

beforeAll(async () => {
  const pdfs = await renderPdfs(treeOf(exampleEdition('public'), 'nb'), ['ua-1', 'a-2a']);
  if (!pdfs.ok) throw new Error(pdfs.problems[0].message);
  const [first, second] = pdfs.value;
  if (first === undefined || second === undefined) throw new Error('two PDFs were asked for');
  reading = first;
  kept = second;
  archive = await archiveOf(kept);
});

const faultsOf = async (pdf: Uint8Array): Promise<readonly string[]> =>
  accessFaults(await structureOf(pdf), await pagesOf(pdf));
const structureFaultsOf = async (pdf: Uint8Array): Promise<readonly string[]> =>
  accessFaults(await structureOf(pdf), []);

describe('the copy for the archive', () => {
  it('calls itself PDF/A-2a, and the copy to read does not', async () => {
    expect([archive.part, archive.conformance]).toEqual(['2', 'A']);
    expect((await archiveOf(reading)).part).toBeNull();
  });

  it('says which colours its numbers mean', () => {
    expect(archive.intent).toBe('/GTS_PDFA1');
    expect(archive.profile).toBe('acsp');
  });

  it('carries every font it uses', () => {
    expect(archive.fonts).toBeGreaterThanOrEqual(4);
    expect(archive.fontsOutside).toEqual([]);
  });

  it('has nothing an archive may not keep, and prints all its links', () => {
    expect(archive.forbidden).toEqual([]);
    expect(archive.unprinted).toBe(0);
    expect(archive.hasId).toBe(true);
  });

  it('has the same words on the same pages, and the same structure', async () => {
    expect((await pagesOf(kept)).map(({ text }) => text)).toEqual(
      (await pagesOf(reading)).map(({ text }) => text),
    );
    const roles = async (pdf: Uint8Array) =>
      (await structureOf(pdf)).elements.map(({ role, scope }) => `${role} ${scope}`);
    expect(await roles(kept)).toEqual(await roles(reading));
  });
});

const name = (text: string): PDFName => PDFName.of(text);

/** The PDF with one fault planted by `spoil`. */
async function spoiled(spoil: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(reading, { updateMetadata: false });
  spoil(document);
  return document.save();
}

function firstElement(document: PDFDocument, role: string): PDFDict {
  const found = document.context
    .enumerateIndirectObjects()
    .map(([, object]: readonly [unknown, PDFObject]) => object)
    .find(
      (object): object is PDFDict =>
        object instanceof PDFDict && object.get(name('S')) === name(role) && object.has(name('P')),
    );
  if (found === undefined) throw new Error(`no element is a ${role}`);
  return found;
}

describe('a fault planted in the PDF is told', () => {
  it('and the PDF as it is has none', async () => {
    expect(await faultsOf(reading)).toEqual([]);
    expect(await faultsOf(kept)).toEqual([]);
  });

  it('when a figure has lost its alternative text', async () => {
    const pdf = await spoiled((document) => firstElement(document, 'Figure').delete(name('Alt')));
    expect(await structureFaultsOf(pdf)).toEqual(['a figure has no alternative text']);
  });

  it('when something is painted outside every mark', async () => {
    const pdf = await spoiled((document) => {
      const { context } = document;
      document.getPage(1).node.addContentStream(context.register(context.stream('0 0 9 9 re f')));
    });
    expect(await faultsOf(pdf)).toEqual(['page 2 paints 1 time(s) outside every mark']);
  });

  it('when a header cell says nothing of what it heads', async () => {
    const pdf = await spoiled((document) => firstElement(document, 'TH').delete(name('A')));
    const [fault, ...others] = await structureFaultsOf(pdf);
    expect(fault).toMatch(/^the header cell \S* has no scope$/);
    expect(others).toEqual([]);
  });

  it('when a heading skips a level', async () => {
    const pdf = await spoiled((document) => firstElement(document, 'H2').set(name('S'), name('H4')));
    expect(await structureFaultsOf(pdf)).toContainEqual(
      expect.stringMatching(/^a heading goes from level [12] to 4$/),
    );
  });
});
