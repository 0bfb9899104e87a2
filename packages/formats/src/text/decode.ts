import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';

/** No file of a folder comes near this; what does is something else. */
export const maximumBytes = 32 * 1024 * 1024;

/** UTF-8 bytes as text, without a byte order mark and with `\n` for every line end. Other encodings are refused by name. */
export function decode(file: string, bytes: Uint8Array): Result<string, FileProblem> {
  const top: Place = { file, line: 1, column: 1 };
  if (bytes.length > maximumBytes)
    return fail({ code: 'file.tooLarge', place: top, bytes: bytes.length, maximum: maximumBytes });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return fail({ code: 'file.encoding', place: top, encoding: 'utf-16' });
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const encoding = looksLikeUtf16(bytes) ? 'utf-16' : 'binary';
    return fail({ code: 'file.encoding', place: placeOfByte(file, bytes, zero), encoding });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(text.replace(/\r\n?/g, '\n'));
  } catch {
    const place = placeOfByte(file, bytes, firstUndecodable(bytes));
    return fail({ code: 'file.encoding', place, encoding: 'windows-1252' });
  }
}

/** Every other byte is 0 in text that is mostly Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1000);
  return sample.filter((byte) => byte === 0).length * 3 > sample.length;
}

/** The length of the longest start that is UTF-8, by halving. */
function firstUndecodable(bytes: Uint8Array): number {
  const decodes = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  // A letter that was begun is undecodable from its first byte, at most three before.
  while (good > 0 && !decodes(good, false)) good -= 1;
  return good;
}

function placeOfByte(file: string, bytes: Uint8Array, at: number): Place {
  const before = bytes.subarray(0, at);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const start = before.lastIndexOf(0x0a) + 1;
  return { file, line, column: new TextDecoder().decode(before.subarray(start)).length + 1 };
}
