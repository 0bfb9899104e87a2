import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Text by path from the root, with `/`. */
export type Files = ReadonlyMap<string, string>;

/** What a rule found: where, and a sentence that says what to do. */
export type Finding = { readonly file: string; readonly line: number; readonly sentence: string };

export const root = join(import.meta.dirname, '..', '..');

const read = new Set(['ts', 'tsx', 'mjs', 'json', 'md', 'yaml', 'yml', 'csv', 'txt', '']);
const leftOut = new Set(['node_modules', '.git', '.cache', '.tmp', 'out', 'data', 'dist', 'coverage']);

/** Every text file of the project that a person writes. Walked, not asked of git: a copy without history is held to the same. */
export function projectFiles(): Files {
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (leftOut.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (
        entry.isFile() &&
        read.has(extension(entry.name)) &&
        statSync(join(root, path)).size < 2_000_000
      )
        files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  walk('');
  return files;
}

const extension = (name: string): string => (name.includes('.') ? (name.split('.').at(-1) ?? '') : '');

export const isCode = (path: string): boolean => /\.(?:ts|tsx|mjs)$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/');
/** This test's own files name what they forbid. */
export const isTidy = (path: string): boolean => path.startsWith('test/tidy');

/** Code without its comments; lines stay where they are. */
export const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1');

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
