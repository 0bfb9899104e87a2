import { every, filesOf, letters, own, parseXml, type Xml } from './read-zip.ts';

export type SheetFigure = {
  readonly sheet: string;
  readonly cell: string;
  /** The first line of the cell's note. */
  readonly figure: string;
  /** As the file has it: a number, or a formula's cached result. */
  readonly value: string;
};

/** The number that stands in each cell whose note names a figure, straight from the file's parts. */
export function readXlsxFigures(bytes: Uint8Array): readonly SheetFigure[] {
  const files = filesOf(bytes);
  const part = (path: string): Xml | null => {
    const file = files[path];
    return file === undefined ? null : parseXml(file);
  };
  return Object.keys(files).flatMap((path): readonly SheetFigure[] => {
    const [, folder, name] = /^(xl\/worksheets)\/([^/]+\.xml)$/.exec(path) ?? [];
    if (folder === undefined || name === undefined) return [];
    const relations = part(`${folder}/_rels/${name}.rels`);
    const target = (relations === null ? [] : every(relations, 'Relationship')).find(({ attributes }) =>
      attributes['Type']?.endsWith('/comments'),
    )?.attributes['Target'];
    const notes = target === undefined ? null : part(target.replace(/^\.\.\//, 'xl/').replace(/^\//, ''));
    const sheet = part(path);
    if (notes === null || sheet === null) return [];
    const values = new Map(
      every(sheet, 'c')
        .filter(({ attributes }) => (attributes['t'] ?? 'n') === 'n')
        .flatMap((cell) => {
          const [held] = own(cell, 'v');
          return held === undefined ? [] : [[cell.attributes['r'] ?? '', letters(held)] as const];
        }),
    );
    return every(notes, 'comment').flatMap((note) => {
      const cell = note.attributes['ref'] ?? '';
      const value = values.get(cell);
      const figure = letters(note).split('\n')[0] ?? '';
      return value === undefined ? [] : [{ sheet: name, cell, figure, value }];
    });
  });
}
