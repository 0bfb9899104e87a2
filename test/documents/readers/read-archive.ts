import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';

/** What PDF/A-2 asks of a file as a whole (ISO 19005-2, 6.1–6.6), as the file has it. */
export type Archive = {
  readonly part: string | null;
  readonly conformance: string | null;
  /** Sort of output intent, and the signs an ICC profile has at its byte 36. */
  readonly intent: string | null;
  readonly profile: string | null;
  readonly fonts: number;
  readonly fontsOutside: readonly string[];
  /** Keys and filters that no archive copy may have, each where it was found. */
  readonly forbidden: readonly string[];
  /** Annotations that would not be printed. */
  readonly unprinted: number;
  readonly hasId: boolean;
};

const name = (text: string): PDFName => PDFName.of(text);
const forbiddenKeys = ['JS', 'JavaScript', 'AA', 'EmbeddedFiles', 'Launch', 'XFA', 'NeedAppearances'];
const forbiddenActions = new Set(['/JavaScript', '/Launch', '/Sound', '/Movie', '/ResetForm', '/ImportData']);
const printFlag = 4;

const tag = (xmp: string, word: string): string | null =>
  new RegExp(`<pdfaid:${word}>([^<]+)<`).exec(xmp)?.[1] ?? null;

const dictOf = (object: PDFObject): PDFDict | null =>
  object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : null;

/** Every dictionary in an object, those inside others too. */
function inside(object: PDFObject): readonly PDFDict[] {
  const dict = dictOf(object);
  if (dict !== null) return [dict, ...dict.values().flatMap(inside)];
  return object instanceof PDFArray ? object.asArray().flatMap(inside) : [];
}

/** Reads a PDF as somebody who is to keep it. */
export async function archiveOf(pdf: Uint8Array): Promise<Archive> {
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const metadata = catalog.lookup(name('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '';
  const intents = catalog.lookup(name('OutputIntents'));
  const intent = intents instanceof PDFArray ? intents.lookup(0, PDFDict) : null;
  const profile = intent?.lookup(name('DestOutputProfile'));
  const bytes = profile instanceof PDFRawStream ? Buffer.from(profile.contents) : null;
  const icc =
    bytes !== null && profile instanceof PDFRawStream && profile.dict.has(name('Filter'))
      ? inflateSync(bytes)
      : bytes;
  const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => inside(object));
  const fonts = dicts.filter((dict) => dict.get(name('Type')) === name('FontDescriptor'));
  const annotations = dicts.filter((dict) => dict.get(name('Subtype')) === name('Link'));
  return {
    part: tag(xmp, 'part'),
    conformance: tag(xmp, 'conformance'),
    intent: intent === null ? null : `${intent.get(name('S'))}`,
    profile: icc?.subarray(36, 40).toString('latin1') ?? null,
    fonts: fonts.length,
    fontsOutside: fonts
      .filter((dict) => !['FontFile', 'FontFile2', 'FontFile3'].some((key) => dict.has(name(key))))
      .map((dict) => `${dict.get(name('FontName'))}`),
    forbidden: dicts.flatMap((dict) => [
      ...forbiddenKeys.filter((key) => dict.has(name(key))),
      ...[`${dict.get(name('S'))}`].filter((action) => forbiddenActions.has(action)),
      ...[`${dict.get(name('Filter'))}`].filter((filter) => filter.includes('LZW')),
    ]),
    unprinted: annotations.filter((dict) => {
      const flags = Number(`${dict.get(name('F')) ?? 0}`);
      return (flags & printFlag) === 0;
    }).length,
    hasId: context.trailerInfo.ID !== undefined && context.trailerInfo.Encrypt === undefined,
  };
}
