import type { WhatIf } from '@samstyr/core/scenario/whatif';
import { kroner, signed } from '../budget/numbers.ts';
import { useText } from '../texts/use-text.tsx';
import { useSpeaker } from './speaker.ts';

/** What a scenario moves for each and in all, in one sentence: «Flytter: Stjørdal +12 000, Selbu −12 000, sum 0 kr.» */
export function useEffectInWords(): (result: WhatIf) => string {
  const t = useText();
  const { party } = useSpeaker();
  return ({ totals }) => {
    const own = totals.filter(({ kind }) => kind === 'operating');
    const sum = own.find((row) => row.party === null)?.differenceOre ?? 0n;
    const moved = own.filter((row) => row.party !== null && row.differenceOre !== 0n);
    if (moved.length === 0) return t('saved.noEffect');
    const each = moved.map((row) => `${party(row.party ?? '')} ${signed(kroner(row.differenceOre))}`);
    const all = `${t('table.sum').toLocaleLowerCase('nb')} ${signed(kroner(sum))}\u00a0kr.`;
    return t('saved.effect', { amounts: [...each, all].join(', ') });
  };
}
