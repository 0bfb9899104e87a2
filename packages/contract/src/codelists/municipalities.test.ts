import { expect, it } from 'vitest';
import { municipalities, municipalityCalled, municipalityOf } from './municipalities.ts';

it('has every municipality once, by a number of four digits', () => {
  const numbers = municipalities.map(({ number }) => number);
  expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  expect(new Set(numbers).size).toBe(357);
  expect(municipalities.flatMap(({ names }) => names).filter((name) => name.trim() !== name)).toEqual([]);
});

it('finds one by its name in each of its languages, however it is written', () => {
  expect(municipalityCalled(' selbu ')?.number).toBe('5032');
  expect(municipalityCalled('Kautokeino')?.number).toBe('5612');
  expect(municipalityCalled('Guovdageaidnu')?.number).toBe('5612');
});

it('does not guess between two of the same name', () => {
  expect(municipalityCalled('Herøy')).toBeNull();
  expect(municipalityOf('1515')?.names).toEqual(['Herøy']);
  expect(municipalityOf('1818')?.names).toEqual(['Herøy']);
});

it('knows nothing of a number nobody has', () => {
  expect(municipalityOf('9999')).toBeNull();
  expect(municipalityCalled('Samstyr')).toBeNull();
});
