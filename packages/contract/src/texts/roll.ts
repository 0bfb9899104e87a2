import { fraction, multiply } from '@samstyr/core/fraction/fraction';
import type { Day } from '@samstyr/core/period/day';
import type { RollProblem } from '@samstyr/core/scenario/roll';
import type { RollSource, RollStep } from '@samstyr/core/scenario/roll-step';
import { kronerText } from './amount-text.ts';
import { dayBefore, dayText } from './day-text.ts';
import type { Language, Texts } from './language.ts';
import { listed } from './list-text.ts';
import { percentText } from './share-text.ts';
import { changeWords, growthWords } from './words.ts';

type Coded<C extends RollStep['code']> = Extract<RollStep, { readonly code: C }>;

/** What its owner wrote, else the name of its row. */
const what = ({ reason, source }: { readonly reason: string | null; readonly source: RollSource }): string =>
  (reason ?? source.id).replace(/\.$/, '');
const rate = ({ ratePercent }: Coded<'roll.decideGrowth' | 'roll.carryOver' | 'roll.growthStarts'>): string =>
  percentText(multiply(ratePercent, fraction(1n, 100n)));
const since = (from: Day | null, language: Language): string =>
  from === null ? '' : ` (${{ nb: 'fra', nn: 'frå', en: 'from' }[language]} ${dayText(from, language)})`;
const last = (until: Day | null, language: Language): string =>
  until === null ? '' : ` ${dayText(dayBefore(until), language)}`;

/** What rolling to the next year did, one line for each step; also the reason in the row it made. Without an end mark. */
export const rollStepTexts: Texts<RollStep> = {
  'roll.fullYear': {
    nb: (s) => `Helårsvirkning: ${what(s)}${since(s.from, 'nb')}`,
    nn: (s) => `Heilårsverknad: ${what(s)}${since(s.from, 'nn')}`,
    en: (s) => `Full-year effect: ${what(s)}${since(s.from, 'en')}`,
  },
  'roll.starts': {
    nb: (s) => `Begynner: ${what(s)}${since(s.from, 'nb')}`,
    nn: (s) => `Byrjar: ${what(s)}${since(s.from, 'nn')}`,
    en: (s) => `Begins: ${what(s)}${since(s.from, 'en')}`,
  },
  'roll.ends': {
    nb: (s) => `Slutter${last(s.until, 'nb')}: ${what(s)}`,
    nn: (s) => `Sluttar${last(s.until, 'nn')}: ${what(s)}`,
    en: (s) => `Ends${last(s.until, 'en')}: ${what(s)}`,
  },
  'roll.oneOffOut': {
    nb: (s) => `Engangsbeløp ut: ${what(s)}`,
    nn: (s) => `Eingongsbeløp ut: ${what(s)}`,
    en: (s) => `One-off out: ${what(s)}`,
  },
  'roll.oneOffIn': {
    nb: (s) => `Engangsbeløp inn: ${what(s)}${since(s.from, 'nb')}`,
    nn: (s) => `Eingongsbeløp inn: ${what(s)}${since(s.from, 'nn')}`,
    en: (s) => `One-off in: ${what(s)}${since(s.from, 'en')}`,
  },
  'roll.carryOver': {
    nb: (s) => `Overheng av vekst i ${growthWords[s.growth].nb}, ${rate(s)} fra ${dayText(s.from, 'nb')}`,
    nn: (s) => `Overheng av vekst i ${growthWords[s.growth].nn}, ${rate(s)} frå ${dayText(s.from, 'nn')}`,
    en: (s) =>
      `Carry-over of growth in ${growthWords[s.growth].en}, ${rate(s)} from ${dayText(s.from, 'en')}`,
  },
  'roll.growthStarts': {
    nb: (s) => `Vekst i ${growthWords[s.growth].nb}, ${rate(s)} fra ${dayText(s.from, 'nb')}`,
    nn: (s) => `Vekst i ${growthWords[s.growth].nn}, ${rate(s)} frå ${dayText(s.from, 'nn')}`,
    en: (s) => `Growth in ${growthWords[s.growth].en}, ${rate(s)} from ${dayText(s.from, 'en')}`,
  },
  'roll.contributionOut': {
    nb: () => 'Innskuddet betales bare ett år og går ut',
    nn: () => 'Innskotet blir betalt berre eitt år og går ut',
    en: () => 'The contribution is paid one year only and goes out',
  },
  'roll.contributionShared': {
    nb: () => 'Det innskuddet dekket av totalen, deles mellom dem som deltar',
    nn: () => 'Det innskotet dekte av totalen, blir delt mellom dei som deltek',
    en: () => 'What the contribution covered of the total is divided between those who take part',
  },
  'roll.unpriced': {
    nb: (s) => `Kjent, ikke priset: ${what(s)}${since(s.from, 'nb')}`,
    nn: (s) => `Kjent, ikkje prisa: ${what(s)}${since(s.from, 'nn')}`,
    en: (s) => `Known, not priced: ${what(s)}${since(s.from, 'en')}`,
  },
  'roll.unpricedInLevel': {
    nb: (s) => `Ikke priset, men med i beløpet det startes fra: ${what(s)}`,
    nn: (s) => `Ikkje prisa, men med i beløpet ein startar frå: ${what(s)}`,
    en: (s) => `Not priced, but inside the amount it starts from: ${what(s)}`,
  },
  'roll.decideUnpricedOut': {
    nb: (s) => `Går ut, men uten pris: ${what(s)}. Legg inn beløpet som skal ut`,
    nn: (s) => `Går ut, men utan pris: ${what(s)}. Legg inn beløpet som skal ut`,
    en: (s) => `Goes out, without a price: ${what(s)}. Add the amount to take out`,
  },
  'roll.decideProposed': {
    nb: (s) =>
      `Foreslått (${changeWords[s.kind].nb}${s.amountOre === null ? '' : `, ${kronerText(s.amountOre, 'nb')}`}): ${what(s)}. Godta eller avvis forslaget`,
    nn: (s) =>
      `Foreslått (${changeWords[s.kind].nn}${s.amountOre === null ? '' : `, ${kronerText(s.amountOre, 'nn')}`}): ${what(s)}. Godta eller avvis framlegget`,
    en: (s) =>
      `Proposed (${changeWords[s.kind].en}${s.amountOre === null ? '' : `, ${kronerText(s.amountOre, 'en')}`}): ${what(s)}. Accept or reject it`,
  },
  'roll.decideGrowth': {
    nb: (s) =>
      `Vekst i ${growthWords[s.growth].nb} for ${s.year} er ikke lagt inn${s.priced ? '' : `, og veksten på ${rate(s)} fra ${dayText(s.from, 'nb')} har ikke grunnlag, så overhenget er ikke priset`}`,
    nn: (s) =>
      `Vekst i ${growthWords[s.growth].nn} for ${s.year} er ikkje lagd inn${s.priced ? '' : `, og veksten på ${rate(s)} frå ${dayText(s.from, 'nn')} har ikkje grunnlag, så overhenget er ikkje prisa`}`,
    en: (s) =>
      `Growth in ${growthWords[s.growth].en} for ${s.year} is not entered${s.priced ? '' : `, and the growth of ${rate(s)} from ${dayText(s.from, 'en')} has no base, so its carry-over is not priced`}`,
  },
  'roll.decideVolume': {
    nb: (s) =>
      `Antall av «${s.measure}» er ikke lagt inn${s.priced ? '; beløpene det startes fra, bygger på fjorårets antall og pris' : ''}`,
    nn: (s) =>
      `Talet på «${s.measure}» er ikkje lagt inn${s.priced ? '; beløpa ein startar frå, byggjer på talet og prisen i fjor' : ''}`,
    en: (s) =>
      `The number of “${s.measure}” is not entered${s.priced ? '; the amounts it starts from rest on last year’s numbers and prices' : ''}`,
  },
  'roll.decidePrice': {
    nb: (s) =>
      `Ny pris for «${s.measure}» fra ${dayText(s.from, 'nb')}, ${kronerText(s.priceOre, 'nb')}, virker først når antallet er lagt inn`,
    nn: (s) =>
      `Ny pris for «${s.measure}» frå ${dayText(s.from, 'nn')}, ${kronerText(s.priceOre, 'nn')}, verkar først når talet er lagt inn`,
    en: (s) =>
      `The new price of “${s.measure}” from ${dayText(s.from, 'en')}, ${kronerText(s.priceOre, 'en')}, counts only when the number is entered`,
  },
  'roll.decideFrame': {
    nb: (s) => `Rammen er tom; i fjor var den ${kronerText(s.amountOre, 'nb')}`,
    nn: (s) => `Ramma er tom; i fjor var ho ${kronerText(s.amountOre, 'nn')}`,
    en: (s) => `The frame is empty; last year it was ${kronerText(s.amountOre, 'en')}`,
  },
  'roll.decideTexts': {
    nb: (s) => `Tekstene for ${s.year} er ikke med (${s.sections} avsnitt)`,
    nn: (s) => `Tekstane for ${s.year} er ikkje med (${s.sections} avsnitt)`,
    en: (s) => `The texts of ${s.year} are left behind (${s.sections} sections)`,
  },
};

/** Why a year cannot be rolled to. What stops the budget itself has its own texts. */
export const rollProblemTexts: Texts<
  Extract<RollProblem, { readonly code: 'roll.yearExists' | 'roll.noBase' }>
> = {
  'roll.yearExists': {
    nb: (p) =>
      `Budsjettet for ${p.year} finnes fra før (${listed(p.versions, 'nb')}), og ingenting er skrevet over. Rull til ${p.year + 1}, eller ta ${p.versions.length === 1 ? 'versjonen' : 'versjonene'} ut av versions.csv først.`,
    nn: (p) =>
      `Budsjettet for ${p.year} finst frå før (${listed(p.versions, 'nn')}), og ingenting er skrive over. Rull til ${p.year + 1}, eller ta ${p.versions.length === 1 ? 'versjonen' : 'versjonane'} ut av versions.csv først.`,
    en: (p) =>
      `There is a budget for ${p.year} already (${listed(p.versions, 'en')}), and nothing is overwritten. Roll to ${p.year + 1}, or take ${p.versions.length === 1 ? 'the version' : 'the versions'} out of versions.csv first.`,
  },
  'roll.noBase': {
    nb: (p) =>
      `${p.year} starter fra budsjettet for ${p.year - 1}, og det finnes ikke. ${p.known.length === 0 ? 'Ingen år er lagt inn.' : `Samarbeidet har budsjett for ${listed(p.known, 'nb')}; rull ett år om gangen, til ${(p.known.at(-1) ?? 0) + 1} først.`}`,
    nn: (p) =>
      `${p.year} startar frå budsjettet for ${p.year - 1}, og det finst ikkje. ${p.known.length === 0 ? 'Ingen år er lagde inn.' : `Samarbeidet har budsjett for ${listed(p.known, 'nn')}; rull eitt år om gongen, til ${(p.known.at(-1) ?? 0) + 1} først.`}`,
    en: (p) =>
      `${p.year} starts from the budget for ${p.year - 1}, and there is none. ${p.known.length === 0 ? 'No year is entered.' : `The cooperation has budgets for ${listed(p.known, 'en')}; roll one year at a time, to ${(p.known.at(-1) ?? 0) + 1} first.`}`,
  },
};
