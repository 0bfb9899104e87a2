import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type Manifest, type ManifestTable, readManifest } from './manifest.ts';
import type { BackupProblem } from './problems.ts';

/*
 * A backup is one file:
 *
 *   samstyr-backup 1⏎           what it is
 *   gzip                        every table's rows, one table after the other, as PostgreSQL's COPY text
 *   manifest, one line of JSON  which tables, how many bytes, each table's SHA-256, the heads of the audit chains
 *   length digest⏎              the manifest's length and the SHA-256 of every byte before this line
 *
 * The digest is last, so that a file is written in one pass and a cut file is seen at once. It guards against damage; against somebody
 * who wants to deceive, the printed heads of the audit chains do.
 */
const opening = Buffer.from('samstyr-backup 1\n');
const lengthDigits = 12;
const closingBytes = lengthDigits + 1 + 64 + 1;

/** A table on its way into a backup. */
export type TableContent = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The rows as PostgreSQL's COPY text, cut anywhere. */
  readonly rows: AsyncIterable<Uint8Array>;
};

/** What a manifest says besides its tables. */
export type BackupFacts = Omit<Manifest, 'format' | 'tables'>;

/** A backup whose every byte was checked. */
export type CheckedBackup = {
  readonly manifest: Manifest;
  /** The rows of each table, in the order they were written. Each is to be read to its end before the next is asked for. */
  readonly tables: () => AsyncGenerator<{
    readonly table: ManifestTable;
    readonly rows: AsyncGenerator<Buffer>;
  }>;
};

/**
 * Writes a backup. Nothing stands under the name until the whole file is on disk; a file already there is left alone. The facts are
 * asked for last, when the rows have been read. Throws what reading the rows throws, and leaves no half file.
 */
export async function writeBackup(
  path: string,
  tables: AsyncIterable<TableContent>,
  facts: () => Promise<BackupFacts>,
): Promise<Result<Manifest, BackupProblem>> {
  if (await exists(path)) return fail({ code: 'backup.taken', file: path });
  const part = `${path}.part`;
  const file = await open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return fail(cannotWrite(path, file));
  try {
    const digest = createHash('sha256');
    const put = async (bytes: Uint8Array): Promise<void> => {
      digest.update(bytes);
      await file.writeFile(bytes);
    };
    await put(opening);
    const written: ManifestTable[] = [];
    await pipeline(Readable.from(counted(tables, written)), createGzip(), async (packed) => {
      for await (const bytes of packed) await put(bytes);
    });
    const manifest: Manifest = { format: 1, ...(await facts()), tables: written };
    const line = Buffer.from(`${JSON.stringify(manifest)}\n`);
    await put(line);
    await file.writeFile(`${String(line.length).padStart(lengthDigits, '0')} ${digest.digest('hex')}\n`);
    await file.sync();
    await file.close();
    await rename(part, path);
    await syncFolder(path);
    return ok(manifest);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    if (isDiskProblem(error)) return fail(cannotWrite(path, error));
    throw error;
  }
}

/** The tables' bytes in a row, each measured on the way through. */
async function* counted(
  tables: AsyncIterable<TableContent>,
  written: ManifestTable[],
): AsyncGenerator<Uint8Array> {
  for await (const { name, columns, rows } of tables) {
    const digest = createHash('sha256');
    let bytes = 0;
    for await (const chunk of rows) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    written.push({ name, columns: [...columns], bytes, sha256: digest.digest('hex') });
  }
}

/** Reads every byte of a backup and believes nothing else: the digest, the manifest, each table's own digest. Touches no database. */
export async function checkBackup(path: string): Promise<Result<CheckedBackup, BackupProblem>> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return fail({ code: 'backup.unreadable', file: path, why: file.code ?? '' });
  try {
    const found = await frame(file, path);
    if (!found.ok) return found;
    const { manifest, body } = found.value;
    const tables = (): ReturnType<CheckedBackup['tables']> => cut(path, body, manifest);
    for await (const { table, rows } of tables()) {
      const sha256 = await digestOf(rows);
      if (sha256 !== table.sha256) return fail({ code: 'backup.damaged', file: path, part: table.name });
    }
    return ok({ manifest, tables });
  } catch (error) {
    if (!isZipProblem(error)) throw error;
    return fail({ code: 'backup.damaged', file: path, part: 'gzip' });
  } finally {
    await file.close();
  }
}

type Body = { readonly start: number; readonly end: number };

/** The parts of the file, when its first and last lines are right and the digest is that of what stands between. */
async function frame(
  file: FileHandle,
  path: string,
): Promise<Result<{ readonly manifest: Manifest; readonly body: Body }, BackupProblem>> {
  const { size } = await file.stat();
  const first = await readAt(file, 0, Math.min(size, opening.length));
  if (!first.equals(opening)) return fail({ code: 'backup.notABackup', file: path });
  if (size < opening.length + closingBytes) return fail({ code: 'backup.cut', file: path });
  const closing = (await readAt(file, size - closingBytes, closingBytes)).toString('latin1');
  const [, length, printed] = /^(\d{12}) ([0-9a-f]{64})\n$/.exec(closing) ?? [];
  if (length === undefined || printed === undefined) return fail({ code: 'backup.cut', file: path });
  const manifestAt = size - closingBytes - Number.parseInt(length, 10);
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: size - closingBytes - 1 })) digest.update(chunk);
  if (digest.digest('hex') !== printed || manifestAt <= opening.length)
    return fail({ code: 'backup.damaged', file: path, part: 'sha256' });
  const manifest = readManifest(
    (await readAt(file, manifestAt, size - closingBytes - manifestAt)).toString('utf8'),
  );
  if (manifest === null) return fail({ code: 'backup.damaged', file: path, part: 'manifest' });
  return ok({ manifest, body: { start: opening.length, end: manifestAt - 1 } });
}

/** The unpacked body cut into its tables. More or fewer bytes than the manifest says are damage. */
async function* cut(
  path: string,
  { start, end }: Body,
  { tables }: Manifest,
): AsyncGenerator<{ readonly table: ManifestTable; readonly rows: AsyncGenerator<Buffer> }> {
  const packed = createReadStream(path, { start, end });
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  const chunks: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const take = async function* (bytes: number): AsyncGenerator<Buffer> {
    let missing = bytes;
    while (missing > 0) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) return;
        rest = next.value;
      }
      const piece = rest.subarray(0, missing);
      rest = rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  };
  try {
    for (const table of tables) yield { table, rows: take(table.bytes) };
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

async function digestOf(rows: AsyncIterable<Uint8Array>): Promise<string> {
  const digest: Hash = createHash('sha256');
  for await (const chunk of rows) digest.update(chunk);
  return digest.digest('hex');
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** A rename is safe from a power cut when the folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

const exists = async (path: string): Promise<boolean> =>
  await open(path, 'r').then(
    async (file) => {
      await file.close();
      return true;
    },
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );

const diskCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO', 'EFBIG']);
const isDiskProblem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && diskCodes.has((error as NodeJS.ErrnoException).code ?? '');
const isZipProblem = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_');

const cannotWrite = (file: string, { code }: NodeJS.ErrnoException): BackupProblem => ({
  code: 'backup.cannotWrite',
  file,
  why: code ?? '',
});
