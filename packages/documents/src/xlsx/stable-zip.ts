import { invariant } from '@samstyr/core/result/result';

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 1 January 1980, 00:00: the first moment a zip can name. */
const firstDate = 0x0021;

/** The same archive with every file's time set to the first there is, so that a workbook's bytes follow from its content alone. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  invariant(end >= 0, 'a workbook is a zip archive');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    invariant(view.getUint32(at, true) === centralHeader, 'a zip directory holds its entries');
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, firstDate, true);
    const local = view.getUint32(at + 42, true);
    invariant(view.getUint32(local, true) === localHeader, 'a zip entry has its file');
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, firstDate, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
