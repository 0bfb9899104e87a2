import type { Language } from '@samstyr/contract/texts/language';
import { ok, type Result } from '@samstyr/core/result/result';
import type { Edition } from './edition.ts';

export const formats = { html: 'Nettside' } as const;
export type Format = keyof typeof formats;
export async function render(
  _e: Edition,
  _f: Format,
  _l: Language,
): Promise<Result<Map<string, string | Uint8Array>, never>> {
  return ok(new Map());
}
