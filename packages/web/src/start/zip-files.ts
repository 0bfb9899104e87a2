/** A file somebody chose, with its path below the folder that was chosen. */
type Chosen = { readonly path: string; readonly file: File };

/** What of a chosen folder may be a cooperation's: nothing hidden, nothing of a program's. */
export const chosenFiles = (files: Iterable<File>): readonly Chosen[] =>
  [...files].flatMap((file) => {
    const path = (file.webkitRelativePath || file.name).normalize('NFC');
    const isOther = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
    return isOther ? [] : [{ path, file }];
  });

/** The files as one zip, as the API takes a folder. */
export async function zipOf(files: readonly Chosen[]): Promise<Blob> {
  const { zipSync } = await import('fflate');
  const contents = await Promise.all(
    files.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const),
  );
  return new Blob([zipSync(Object.fromEntries(contents), { level: 6 }) as Uint8Array<ArrayBuffer>], {
    type: 'application/zip',
  });
}
