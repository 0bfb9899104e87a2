import { crc32, deflateRawSync } from 'node:zlib';
import type { Day } from '@samstyr/core/period/day';

const localFile = 0x04034b50;
const centralFile = 0x02014b50;
const endOfDirectory = 0x06054b50;
const version = 20;
const namesInUtf8 = 0x0800;
const deflated = 8;

/** Midnight of a day as a zip file writes it; the years a zip knows begin in 1980. */
function dosDate(day: Day): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return (Math.max(0, year - 1980) << 9) | (month << 5) | date;
}

/**
 * Files by their path → one zip, every file written at midnight of one day: the clock of the machine leaves no trace. The libraries that
 * make what is in it pack in script, which takes five times as long.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array | string>, day: Day): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [path, content] of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(namesInUtf8, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(dosDate(day), 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    pieces.push(numbered(localFile), facts, name, packed);
    directory.push(numbered(centralFile), Buffer.from([version, 0]), facts, place, name);
    at += 4 + facts.length + name.length + packed.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, numbered(endOfDirectory), end]));
}

function numbered(signature: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** The files of a zip in which nothing is packed, by their path. */
export function storedFiles(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = bytes.lastIndexOf(numbered(endOfDirectory));
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let file = 0; file < bytes.readUInt16LE(end + 10); file += 1) {
    const [size, nameLength] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), bytes.subarray(from, from + size));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
