import { inflateSync } from 'node:zlib';

const largestStream = 96_000_000;
const largestTotal = 500_000_000;

/**
 * Whether packed parts of a PDF unpack to what no document needs: each is unpacked to a limit and thrown away. Two rounds of packing in one
 * part have no other use than to hide that.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary =
      buffer
        .subarray(Math.max(0, at - 400), at)
        .toString('latin1')
        .split('obj')
        .at(-1) ?? '';
    const packings = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g)?.length ?? 0;
    if (packings > 1) return true;
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary)) continue;
    const from = at + 6 + (buffer[at + 6] === 13 ? 2 : 1);
    const until = buffer.indexOf('endstream', from);
    if (until === -1) continue;
    try {
      total += inflateSync(buffer.subarray(from, until), { maxOutputLength: largestStream }).length;
    } catch (error) {
      // A damaged part is the reader's business; only one that will not end is ours.
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
    if (total > largestTotal) return true;
    at = until;
  }
  return false;
}
