import type { RegisterProblem } from '@samstyr/core/register/register-problem';
import type { Texts } from './language.ts';

type Missing = Extract<RegisterProblem, { code: 'register.missing' }>;

const group = ({ group: part }: { readonly group: string | null }): string =>
  part === null ? '' : ` (${part})`;

/** What is wrong with the figures of a register. */
export const registerTexts: Texts<RegisterProblem> = {
  'register.missing': {
    nb: (p: Missing) =>
      `Registeret «${p.register}»${group(p)} mangler tall for ${p.party} per ${p.date}${p.newest === null ? '' : `; det nyeste er fra ${p.newest}`}. Legg inn tallet, eller velg en dato i nøkkelen som har tall for alle. Et tall som mangler, regnes ikke som 0.`,
    nn: (p: Missing) =>
      `Registeret «${p.register}»${group(p)} manglar tal for ${p.party} per ${p.date}${p.newest === null ? '' : `; det nyaste er frå ${p.newest}`}. Legg inn talet, eller vel ein dato i nøkkelen som har tal for alle. Eit tal som manglar, blir ikkje rekna som 0.`,
    en: (p: Missing) =>
      `The register “${p.register}”${group(p)} has no value for ${p.party} on ${p.date}${p.newest === null ? '' : `; the newest is from ${p.newest}`}. Add the value, or choose a date in the key that has values for all. A missing value is not 0.`,
  },
  'register.duplicate': {
    nb: (p) =>
      `Registeret «${p.register}»${group(p)} har ${p.rows.length} tall for ${p.party} per ${p.date}${p.published === null ? '' : `, publisert ${p.published}`} (${p.rows.join(', ')}). Behold ett av dem, eller gi dem hver sin publiseringsdato.`,
    nn: (p) =>
      `Registeret «${p.register}»${group(p)} har ${p.rows.length} tal for ${p.party} per ${p.date}${p.published === null ? '' : `, publisert ${p.published}`} (${p.rows.join(', ')}). Behald eitt av dei, eller gi dei kvar sin publiseringsdato.`,
    en: (p) =>
      `The register “${p.register}”${group(p)} has ${p.rows.length} values for ${p.party} on ${p.date}${p.published === null ? '' : `, published ${p.published}`} (${p.rows.join(', ')}). Keep one of them, or give each its own publishing day.`,
  },
};
