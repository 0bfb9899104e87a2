import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micro } from './published-document.ts';
import { slipBetween } from './slips.ts';

const slip = (printed: bigint, expected: bigint) => slipBetween(printed * micro, expected * micro);

describe('a slip', () => {
  it('is named after what happened to the digits', () => {
    expect(slip(60_374n, 60_734n)).toBe('transposed');
    expect(slip(374n, -374n)).toBe('sign');
    expect(slip(3866n, 3366n)).toBe('digit');
    expect(slip(1_497_000n, 1497n)).toBe('magnitude');
    expect(slip(1234n, 12_934n)).toBe('lostDigit');
  });

  it('is not made up where nothing recognisable happened', () => {
    expect(slip(25_328_155n, 25_273_155n)).toBeNull();
    expect(slip(74n, 64n)).toBeNull();
    expect(slip(0n, 64n)).toBeNull();
    expect(slip(5n, 5n)).toBeNull();
  });

  it('that swaps two digits always leaves a difference divisible by nine', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b) => {
        if (slip(a, b) === 'transposed') expect((a - b) % 9n).toBe(0n);
      }),
      { seed: 9 },
    );
  });
});
