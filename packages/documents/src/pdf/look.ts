import { fromBase64 } from '@samstyr/core/model/base64';
import { contrast, leastContrast, lightGround } from '@samstyr/core/model/contrast';
import type { ArmsNode } from '../tree/node.ts';
import type { ArmsData } from './page.ts';
import { cleanText } from './pieces.ts';

const petrol = '#14506B';

/** A colour where words in it can be read on every ground of a page. Else Samstyr's petrol. */
export const accentOf = (accent: string | null): string =>
  accent !== null && /^#[0-9a-f]{6}$/i.test(accent) && contrast(accent, lightGround) >= leastContrast
    ? accent
    : petrol;

/** A coat of arms as the template reads it. */
export function armsOf(arms: ArmsNode | null): ArmsData | null {
  if (arms === null) return null;
  const png = arms.path.endsWith('.png') ? fromBase64(arms.content) : null;
  return {
    format: png === null ? 'svg' : 'png',
    data: png === null ? arms.content : [...png],
    alt: cleanText(arms.alt),
  };
}
