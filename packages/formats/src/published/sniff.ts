import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { ReadProblem } from './read-problem.ts';

/** What a file is by its first bytes; a zip is opened before it is known which Office document it is. */
export type FileKind = 'text' | 'html' | 'pdf' | 'zip';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const foreign: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PostScript', [0x25, 0x21, 0x50, 0x53]],
];

/** The end of a zip's directory; a file that begins as something else and ends like this is two files in one. */
const hasZipEnd = (bytes: Uint8Array): boolean => ascii(bytes.subarray(-66_000)).includes('PK\u0005\u0006');
const hasPdfStart = (bytes: Uint8Array): boolean => ascii(bytes.subarray(0, 1024)).includes('%PDF-');

/** The kind of a file by its bytes, and whether the name says otherwise. `file` is its name. */
export function kindOf(bytes: Uint8Array, file: string): Result<FileKind, ReadProblem> {
  const found = byBytes(bytes);
  if (!found.ok) return found;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase();
  const promised = ending === undefined ? undefined : kindByEnding[ending];
  // A page without its first tags is a page by its name.
  if (found.value === 'text' && promised === 'html') return ok('html');
  const isText = found.value === 'text' || found.value === 'html';
  // A page may be saved as text and a text be called .html; an Office file or a PDF is what its bytes are.
  const differs =
    promised !== undefined &&
    promised !== found.value &&
    !(promised === 'html' && isText) &&
    !(ending === 'md' && isText);
  return differs
    ? fail({ code: 'published.wrongName', ending: `.${ending}`, is: nameOf[found.value] })
    : found;
}

const kindByEnding: { readonly [ending: string]: FileKind | undefined } = {
  md: 'text',
  txt: 'text',
  csv: 'text',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'zip',
  xlsx: 'zip',
};
const nameOf: { readonly [K in FileKind]: string } = {
  text: 'ren tekst',
  html: 'HTML',
  pdf: 'PDF',
  zip: 'ZIP (docx, xlsx)',
};

function byBytes(bytes: Uint8Array): Result<FileKind, ReadProblem> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return hasPdfStart(bytes) ? fail({ code: 'published.twoInOne', is: 'ZIP', also: 'PDF' }) : ok('zip');
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return fail({ code: 'published.empty' });
  if (hasPdfStart(bytes)) {
    if (hasZipEnd(bytes)) return fail({ code: 'published.twoInOne', is: 'PDF', also: 'ZIP' });
    const lead = ascii(bytes.subarray(0, 1024)).split('%PDF-')[0] ?? '';
    return /<html|<!doctype/i.test(lead)
      ? fail({ code: 'published.twoInOne', is: 'HTML', also: 'PDF' })
      : ok('pdf');
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // «EncryptedPackage» in UTF-16: a docx or xlsx under a password is wrapped in the old container.
    const isEncrypted = ascii(bytes).includes([...'EncryptedPackage'].join('\u0000'));
    return fail(
      isEncrypted ? { code: 'published.encrypted', kind: 'Office' } : { code: 'published.oldOffice' },
    );
  }
  const other = foreign.find(([, start]) => startsWith(bytes, start));
  if (other !== undefined) return fail({ code: 'published.binary', looksLike: other[0] });
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!isWide && bytes.includes(0)) return fail({ code: 'published.binary', looksLike: null });
  if (hasZipEnd(bytes)) return fail({ code: 'published.twoInOne', is: nameOf.text, also: 'ZIP' });
  const start = ascii(bytes.subarray(0, 4096)).replace(
    /^(?:\xef\xbb\xbf|\xff\xfe|\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/,
    '',
  );
  return ok(/^<(?:!doctype\s+html|html|head|body|table)[\s>]/i.test(start) ? 'html' : 'text');
}
