import { describe, expect, it } from 'vitest';
import { gather, looseHeader, looseRow, looseWidth } from './loose-rows.ts';

describe('a row with single spaces', () => {
  it('is a name and the figures that end the line', () => {
    expect(looseRow('Salg og leie -11 847 -78 312')).toEqual({
      label: 'Salg og leie',
      tokens: ['-11', '847', '-78', '312'],
    });
    expect(looseRow('Korttid 2,1 % 2,3 %')?.tokens).toEqual(['2,1%', '2,3%']);
  });

  it('is not a sentence, a date, a telephone number with a colon, or a line of contents', () => {
    for (const text of [
      'Vi har 4 skoler og 212 elever.',
      'PS 1/24 Budsjett 12.01.2024',
      'Telefon: 74 83 32 42',
      'Innledning ..... 3',
    ])
      expect(looseRow(text), text).toBeNull();
  });

  it('gathers spaced thousands into as many figures as there are columns', () => {
    expect(gather(['8', '230', '8', '765', '535'], 3)).toEqual(['8 230', '8 765', '535']);
    expect(gather(['1', '797', '197', '1', '687', '908'], 2)).toEqual(['1 797 197', '1 687 908']);
    expect(gather(['9', '120', '13,3', '240', '000'], 4)).toEqual(['9', '120', '13,3', '240 000']);
    expect(gather(['-171', '949', '-179', '626'], 1)).toBeNull();
  });

  it('takes the number of columns from the header, else from what splits all rows evenly', () => {
    const rows = ['Fjellvik 8 230 8 765 535', 'Myrdalen 5 096 5 567 471'].flatMap(
      (text) => looseRow(text) ?? [],
    );
    expect(looseWidth(rows, looseHeader('Kommune Budsjett 2024 Budsjett 2025 Endring'))).toBe(3);
    const signed = ['Salg -11 847 -78 312', 'Leie -1 200 -900'].flatMap((text) => looseRow(text) ?? []);
    expect(looseWidth(signed, null)).toBe(2);
  });
});
