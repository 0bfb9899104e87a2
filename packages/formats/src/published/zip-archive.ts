import { fail, ok, type Result } from '@samstyr/core/result/result';
import { unzipSync } from 'fflate';
import type { ReadProblem } from './read-problem.ts';

const limits = { entries: 5000, unpackedBytes: 200_000_000, entryBytes: 120_000_000, ratio: 250 };

/** The parts of an Office file, unpacked one by one when asked for. */
export type ZipArchive = {
  readonly names: readonly string[];
  /** A part as text, or null when there is none. Throws when the bytes are damaged; readers are run inside `unlessBroken`. */
  readonly text: (name: string) => string | null;
};

/**
 * Looks at the directory of a zip before anything is unpacked: how many files, how large they say they are and how much they shrank. A file
 * that lies about its size is cut at what it said, and fails as XML.
 */
export function openZip(bytes: Uint8Array): Result<ZipArchive, ReadProblem> {
  const sizes = new Map<string, number>();
  let unpacked = 0;
  let isBomb = false;
  let isEncrypted = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        sizes.set(name, originalSize);
        unpacked += originalSize;
        if (
          originalSize > limits.entryBytes ||
          (originalSize > 1_000_000 && originalSize > size * limits.ratio)
        )
          isBomb = true;
        if (name === 'EncryptedPackage' || name === 'EncryptionInfo') isEncrypted = true;
        return false;
      },
    });
  } catch {
    return fail({ code: 'published.broken', kind: 'ZIP' });
  }
  if (sizes.size === 0) return fail({ code: 'published.broken', kind: 'ZIP' });
  if (isEncrypted || hasEncryptedEntry(bytes)) return fail({ code: 'published.encrypted', kind: 'Office' });
  if (isBomb || unpacked > limits.unpackedBytes || sizes.size > limits.entries)
    return fail({ code: 'published.bomb', bytes: bytes.length, unpackedBytes: unpacked, files: sizes.size });
  return ok({
    names: [...sizes.keys()],
    text: (name) => {
      if (!sizes.has(name)) return null;
      const part = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
      return part === undefined ? null : new TextDecoder('utf-8').decode(part);
    },
  });
}

/** Bit 0 of the flags of the first entry: zip's own password. */
const hasEncryptedEntry = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;

/** Runs a reader; what a damaged file makes a library throw becomes a problem. */
export function unlessBroken<T>(kind: string, read: () => Result<T, ReadProblem>): Result<T, ReadProblem> {
  try {
    return read();
  } catch {
    return fail({ code: 'published.broken', kind });
  }
}
