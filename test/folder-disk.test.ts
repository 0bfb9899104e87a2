import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { saveFolder } from '@samstyr/formats/folder/save-folder';
import { type FileContent, writeFolder } from '@samstyr/formats/folder/write-folder';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallFiles, smallFolder } from './small-folder.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'samstyr prøve '));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const files = (): ReadonlyMap<string, FileContent> => {
  const read = readFolder(smallFiles());
  if (!read.ok) throw new Error('the small folder is whole');
  return writeFolder(read.value);
};
const loaded = (folder: string): unknown =>
  Object.fromEntries([...loadFolder(folder)].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

test('a saved folder is loaded as the same bytes, and leaves nothing beside it', () => {
  const folder = join(place, 'region');
  expect(saveFolder(folder, files()).ok).toBe(true);
  expect(loaded(folder)).toEqual(smallFolder);
  expect(readdirSync(place)).toEqual(['region']);
});

test('saving again takes away files that have no rows any more, and keeps what is not ours', () => {
  const folder = join(place, 'region');
  saveFolder(folder, files());
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(folder, 'README.md'), '# Regionen\n');
  const fewer = new Map([...files()].filter(([path]) => path !== 'units/legevakt/growth.csv'));
  expect(saveFolder(folder, fewer).ok).toBe(true);
  expect(existsSync(join(folder, 'units/legevakt/growth.csv'))).toBe(false);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('# Regionen\n');
  expect(existsSync(join(folder, '.git', 'HEAD'))).toBe(true);
});

test('a folder with something else in it is left alone', () => {
  const folder = join(place, 'bilder');
  mkdirSync(folder);
  writeFileSync(join(folder, 'ferie.jpg'), 'x');
  expect(saveFolder(folder, files())).toEqual({
    ok: false,
    problems: [{ code: 'save.notACooperation', folder }],
  });
  expect(readdirSync(folder)).toEqual(['ferie.jpg']);
  writeFileSync(join(place, 'fil'), 'x');
  expect(saveFolder(join(place, 'fil'), files()).ok).toBe(false);
});

test('when a file cannot be written, the folder is as it was', () => {
  const folder = join(place, 'region');
  saveFolder(folder, files());
  const broken = new Map([...files(), ['cooperation.yaml/x', 'y']]);
  expect(() => saveFolder(folder, broken)).toThrow();
  expect(loaded(folder)).toEqual(smallFolder);
  expect(readdirSync(place)).toEqual(['region']);
});

test('links, hidden files and other folders are not opened', () => {
  const folder = join(place, 'region');
  saveFolder(folder, files());
  symlinkSync('/etc/hostname', join(folder, 'cases.csv'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'parties.csv'), 'x');
  mkdirSync(join(folder, 'ut'));
  writeFileSync(join(folder, 'ut', 'parties.csv'), 'x');
  expect(loaded(folder)).toEqual(smallFolder);
});
