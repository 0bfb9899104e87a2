import type { ApiProblem } from '@samstyr/contract/api/problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type FolderFiles, roleOf } from '@samstyr/formats/folder/layout';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

const mostFiles = 2_000;
const mostBytes = 60_000_000;

const refuse = (problem: ApiProblem): Result<FolderFiles, ApiProblem> => fail(problem);

/**
 * The files of a cooperation folder in a zip. The directory is judged before anything is unpacked: how many, how large, and that no name
 * leaves the folder; then each file is read no further than it said it was. A zip of the folder itself is read as the folder.
 */
export async function filesInZip(bytes: Uint8Array): Promise<Result<FolderFiles, ApiProblem>> {
  let zip: ZipFile;
  try {
    zip = await opened(bytes);
  } catch {
    return refuse({ code: 'import.notZip' });
  }
  try {
    const entries = await entriesOf(zip);
    if (entries === null) return refuse({ code: 'import.tooManyFiles', limit: mostFiles });
    const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (total > mostBytes) return refuse({ code: 'import.unpackedTooLarge', limit: mostBytes });
    const wrong = entries.find((entry) => !isPlain(entry));
    if (wrong !== undefined)
      return refuse({ code: 'import.badPath', path: wrong.fileName.replace(/[^\w./-]/g, '?').slice(0, 100) });
    const top = topFolder(entries);
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
      const path = entry.fileName.slice(top.length);
      if (path.endsWith('/') || path === '' || roleOf(path) === null) continue;
      files.set(path, await contentOf(zip, entry));
    }
    return ok(files);
  } catch {
    return refuse({ code: 'import.notZip' });
  } finally {
    zip.close();
  }
}

const opened = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes),
      { lazyEntries: true, validateEntrySizes: true, autoClose: false, strictFileNames: true },
      (error, zip) => (error === null && zip !== undefined ? resolve(zip) : reject(error)),
    );
  });

function entriesOf(zip: ZipFile): Promise<readonly Entry[] | null> {
  if (zip.entryCount > mostFiles) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostFiles) resolve(null);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** No links, no names that leave the folder, no encryption. */
function isPlain({ fileName, externalFileAttributes, generalPurposeBitFlag }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  const isLink = kind === 0o120000;
  return (
    !isLink &&
    (generalPurposeBitFlag & 1) === 0 &&
    !fileName.startsWith('/') &&
    !/(?:^|\/)\.\.(?:\/|$)|[\\:]|\p{Cc}/u.test(fileName)
  );
}

/** `vaernesregionen/` when everything stands in it. */
function topFolder(entries: readonly Entry[]): string {
  const home =
    entries.find(({ fileName }) => /^(?:[^/]+\/)?cooperation\.yaml$/.test(fileName))?.fileName ?? '';
  return home.slice(0, home.length - 'cooperation.yaml'.length);
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', reject);
      stream.once('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    });
  });
