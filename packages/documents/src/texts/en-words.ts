import type { Direction } from './document-texts.ts';

const counted = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
export const number = (count: number): string => counted[count] ?? `${count}`;
export const plural = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;
export const capital = (word: string): string =>
  `${word.slice(0, 1).toLocaleUpperCase('en')}${word.slice(1)}`;
export const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
export const more = (direction: Direction): string => (direction === 'up' ? 'more' : 'less');
