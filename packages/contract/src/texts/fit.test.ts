import { fraction } from '@samstyr/core/fraction/fraction';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { describe, expect, it } from 'vitest';
import { disclosureTexts } from './disclosure.ts';
import { fitTexts } from './fit.ts';

describe('the texts of fit-key and of the disclosure gate', () => {
  it('say what lies nearest when nothing fits, with the residual in kroner', () => {
    const text = fitTexts['fit.nothing'].nb({
      code: 'fit.nothing',
      service: 'lonn-regnskap',
      year: 2025,
      nearest: {
        register: 'population',
        date: day('2024-01-01'),
        group: null,
        equalShare: fraction(19n, 50n),
        maxResidualOre: ore(15_316_465n),
        basis: 'published',
      },
    });
    expect(text).toBe(
      'Ingen nøkkel gir de oppgitte beløpene for lonn-regnskap i 2025. Nærmest er 38 prosent likt og resten etter population 2024-01-01, med et avvik på inntil 153\u00a0164,65 kr. Før beløpene som avtalt, eller legg inn flere registre.',
    );
  });

  it('say what to do about a sensitive amount that stands alone, without the amount', () => {
    const text = disclosureTexts['disclosure.unpaired'].nb({
      code: 'disclosure.unpaired',
      service: 'nav/kvp',
      party: 'tydal',
      figureId: 'budget/2025.recommended/nav/kvp/operating/5033',
    });
    expect(text).toContain('vis bare enhetens sum');
    expect(text).not.toMatch(/\d kr/);
  });
});
