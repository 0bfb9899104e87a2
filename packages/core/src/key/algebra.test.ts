import { expect, test } from 'vitest';
import { fraction } from '../fraction/fraction.ts';
import { plain } from './algebra.ts';

test('the plain algebra rounds to the nearest øre, halves away from zero', () => {
  expect(plain.toOre(fraction(5n, 2n), '', null)).toEqual(fraction(3n));
  expect(plain.toOre(fraction(-5n, 2n), '', null)).toEqual(fraction(-3n));
  expect(plain.toOre(fraction(12n, 5n), '', null)).toEqual(fraction(2n));
});

test('the smaller and the larger of two numbers', () => {
  const [third, half] = [fraction(1n, 3n), fraction(1n, 2n)];
  expect(plain.smaller(third, half, '', null)).toBe(third);
  expect(plain.smaller(half, third, '', null)).toBe(third);
  expect(plain.larger(third, half, '', null)).toBe(half);
  expect(plain.larger(half, third, '', null)).toBe(half);
});
