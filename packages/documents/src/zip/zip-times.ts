import type { Day } from '@samstyr/core/period/day';

const localFile = 0x04034b50;
const centralFile = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** Midnight of a day as a zip file writes it; the years a zip knows begin in 1980. */
function dosDate(day: Day): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return (Math.max(0, year - 1980) << 9) | (month << 5) | date;
}

/** The same zip with every file written at midnight of one day: the clock of the machine leaves no trace. Changes the bytes in place. */
export function withZipTimes(zip: Uint8Array, day: Day): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let file = 0; file < count; file += 1) {
    if (view.getUint32(at, true) !== centralFile)
      throw new Error('the zip directory is not where it should be');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localFile)
      throw new Error('a file of the zip is not where it should be');
    for (const place of [at + 12, local + 10]) {
      view.setUint16(place, 0, true);
      view.setUint16(place + 2, dosDate(day), true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
