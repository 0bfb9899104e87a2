import type { BudgetProblem } from '@samstyr/core/budget/problems';
import type { DivideProblem } from '@samstyr/core/key/key-problem';
import { kronerText } from './amount-text.ts';
import { periodText } from './day-text.ts';
import { keyTexts } from './key.ts';
import type { Language, Texts } from './language.ts';
import { listed, suggestion } from './list-text.ts';
import { registerTexts } from './register.ts';
import { tell } from './tell.ts';

const divideTexts: Texts<DivideProblem> = { ...keyTexts, ...registerTexts };

const inService = (service: string, version: string, problem: DivideProblem, language: Language): string =>
  `${service}, ${version}: ${tell(divideTexts, language, problem)}`;

/** What stops a budget from being computed. */
export const budgetProblemTexts: Texts<BudgetProblem> = {
  'budget.noKey': {
    nb: (p) =>
      `Tjenesten ${p.service} har ${kronerText(p.amountOre, 'nb')} å dele ${periodText(p, 'nb')}, men ingen fordelingsnøkkel og ingen egne beløp å dele etter. Legg inn en nøkkel som gjelder i perioden, eller partenes egne beløp.`,
    nn: (p) =>
      `Tenesta ${p.service} har ${kronerText(p.amountOre, 'nn')} å dele ${periodText(p, 'nn')}, men ingen fordelingsnøkkel og ingen eigne beløp å dele etter. Legg inn ein nøkkel som gjeld i perioden, eller dei eigne beløpa til partane.`,
    en: (p) =>
      `The service ${p.service} has ${kronerText(p.amountOre, 'en')} to share ${periodText(p, 'en')}, but no allocation key and no amounts of the parties’ own to share by. Add a key in force in the period, or the parties’ own amounts.`,
  },
  'budget.noMembers': {
    nb: (p) =>
      `Ingen tar del i tjenesten ${p.service} ${periodText(p, 'nb')}, så kostnaden har ingen å deles mellom. Legg inn deltakere i perioden, eller avslutt tjenestens nøkkel og beløp.`,
    nn: (p) =>
      `Ingen tek del i tenesta ${p.service} ${periodText(p, 'nn')}, så kostnaden har ingen å delast mellom. Legg inn deltakarar i perioden, eller avslutt nøkkelen og beløpa til tenesta.`,
    en: (p) =>
      `Nobody takes part in the service ${p.service} ${periodText(p, 'en')}, so there is nobody to share the cost. Add members in the period, or end the key and the amounts of the service.`,
  },
  'volume.noPrice': {
    nb: (p) =>
      `${p.party} har volum av «${p.measure}» i ${p.service} ${periodText(p, 'nb')}, men prisen mangler for hele eller deler av perioden. Legg inn en pris som dekker alle dagene, eller avgrens volumet til dager med pris.`,
    nn: (p) =>
      `${p.party} har volum av «${p.measure}» i ${p.service} ${periodText(p, 'nn')}, men prisen manglar for heile eller delar av perioden. Legg inn ein pris som dekkjer alle dagane, eller avgrens volumet til dagar med pris.`,
    en: (p) =>
      `${p.party} has a volume of “${p.measure}” in ${p.service} ${periodText(p, 'en')}, but the price is missing for all or some of the period. Add a price for every day, or limit the volume to days with a price.`,
  },
  'budget.noVersion': {
    nb: (p) =>
      `Det finnes ikke noe budsjett for ${p.year}. ${p.known.length === 0 ? 'Ingen år er lagt inn.' : `Samarbeidet har budsjett for ${listed(p.known, 'nb')}.`} Velg et år som finnes, eller legg inn året i versions.csv.`,
    nn: (p) =>
      `Det finst ikkje noko budsjett for ${p.year}. ${p.known.length === 0 ? 'Ingen år er lagde inn.' : `Samarbeidet har budsjett for ${listed(p.known, 'nn')}.`} Vel eit år som finst, eller legg inn året i versions.csv.`,
    en: (p) =>
      `There is no budget for ${p.year}. ${p.known.length === 0 ? 'No year is entered.' : `The cooperation has budgets for ${listed(p.known, 'en')}.`} Choose a year that exists, or add the year to versions.csv.`,
  },
  'budget.noAmounts': {
    nb: ({ service, year }) =>
      `${service} har ingen beløp for ${year}. Legg inn beløp i lines.csv eller adopted.csv, eller velg et annet år.`,
    nn: ({ service, year }) =>
      `${service} har ingen beløp for ${year}. Legg inn beløp i lines.csv eller adopted.csv, eller vel eit anna år.`,
    en: ({ service, year }) =>
      `${service} has no amounts for ${year}. Enter amounts in lines.csv or adopted.csv, or choose another year.`,
  },
  'budget.unknownParty': {
    nb: (p) =>
      `«${p.party}» er ingen kommune eller part i samarbeidet. ${suggestion(p.party, p.known, 'nb')} Skriv navn, kommunenummer eller kortnavn.`,
    nn: (p) =>
      `«${p.party}» er ingen kommune eller part i samarbeidet. ${suggestion(p.party, p.known, 'nn')} Skriv namn, kommunenummer eller kortnamn.`,
    en: (p) =>
      `“${p.party}” is no municipality or party of the cooperation. ${suggestion(p.party, p.known, 'en')} Write a name, a municipality number or a short name.`,
  },
  'budget.service': {
    nb: (p) => inService(p.service, p.version, p.problem, 'nb'),
    nn: (p) => inService(p.service, p.version, p.problem, 'nn'),
    en: (p) => inService(p.service, p.version, p.problem, 'en'),
  },
};
