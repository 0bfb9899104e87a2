import { fractionText } from '@samstyr/core/fraction/fraction';
import type { ModelProblem, RowPlace } from '@samstyr/core/model/model-problem';
import type { TableName } from '@samstyr/core/model/rows';
import { formatCount, formatKroner } from '@samstyr/core/money/kroner';
import type { Validity } from '@samstyr/core/period/day';
import { appearanceProblemTexts } from './appearance-problems.ts';
import type { Language, Texts } from './language.ts';

type Words = { readonly [L in Language]: string };

/** What a row that is named is called. */
const kinds: { readonly [T in TableName]?: Words } = {
  party: { nb: 'Parten', nn: 'Parten', en: 'The party' },
  register: { nb: 'Registeret', nn: 'Registeret', en: 'The register' },
  unit: { nb: 'Enheten', nn: 'Eininga', en: 'The unit' },
  service: { nb: 'Tjenesten', nn: 'Tenesta', en: 'The service' },
  version: { nb: 'Budsjettversjonen', nn: 'Budsjettversjonen', en: 'The budget version' },
  case: { nb: 'Saken', nn: 'Saka', en: 'The case' },
  asset: { nb: 'Filen', nn: 'Fila', en: 'The file' },
};
const kindOf = (table: TableName, language: Language): string =>
  kinds[table]?.[language] ?? { nb: 'Raden', nn: 'Rada', en: 'The row' }[language];

/** Where a kind of row is added. */
const homes: { readonly [T in TableName]?: string } = {
  party: 'parties.csv',
  register: 'cooperation.yaml',
  unit: 'units/<id>/unit.yaml',
  service: 'unit.yaml',
  version: 'versions.csv',
  case: 'cases.csv',
  asset: 'arms',
};

const where = ({ origin, id }: RowPlace, language: Language): string =>
  origin === null ? id : `${origin.file} ${language === 'en' ? 'line' : 'linje'} ${origin.line}`;

/** «2025-01-01 til 2026-01-01», with the day after the last as it stands in the file; an open end is said in words. */
function period({ from, until }: Validity, language: Language): string {
  if (from === null && until === null)
    return { nb: 'hele tiden', nn: 'heile tida', en: 'all the time' }[language];
  if (from === null) return `${{ nb: 'fram til', nn: 'fram til', en: 'up to' }[language]} ${until}`;
  if (until === null) return `${from} ${{ nb: 'og videre', nn: 'og vidare', en: 'and on' }[language]}`;
  return `${from} ${{ nb: 'til', nn: 'til', en: 'until' }[language]} ${until}`;
}

const compared = {
  previous: {
    nb: 'samme beløp i versjonen før',
    nn: 'same beløp i versjonen før',
    en: 'the same amount in the version before',
  },
  neighbours: { nb: 'beløpene ved siden av', nn: 'beløpa ved sida av', en: 'the amounts beside it' },
  previousSum: {
    nb: 'det tjenesten kostet i versjonen før',
    nn: 'det tenesta kosta i versjonen før',
    en: 'what the service cost in the version before',
  },
} as const;

/** What is wrong between the rows of a model, and what to do about it. */
export const modelProblemTexts: Texts<Exclude<ModelProblem, { code: 'key.invalid' }>> = {
  'cooperation.notOne': {
    nb: (p) => `En modell har ett samarbeid, men her er det ${p.count}. Behold én rad.`,
    nn: (p) => `Ein modell har eitt samarbeid, men her er det ${p.count}. Behald éi rad.`,
    en: (p) => `A model has one cooperation, but there are ${p.count}. Keep one row.`,
  },
  'id.twice': {
    nb: (p) =>
      `Id-en ${p.at.id} brukes også i ${where(p.other, 'nb')}. Gi raden en egen id, eller la id-en stå tom så lager programmet en.`,
    nn: (p) =>
      `Id-en ${p.at.id} er òg brukt i ${where(p.other, 'nn')}. Gi rada ein eigen id, eller lat id-en stå tom, så lagar programmet ein.`,
    en: (p) =>
      `The id ${p.at.id} is also used in ${where(p.other, 'en')}. Give the row an id of its own, or leave it empty and one is made.`,
  },
  'reference.missing': {
    nb: (p) =>
      `${kindOf(p.to, 'nb')} ${p.name} finnes ikke. Rett navnet, eller legg den til i ${homes[p.to] ?? p.to}.`,
    nn: (p) =>
      `${kindOf(p.to, 'nn')} ${p.name} finst ikkje. Rett namnet, eller legg til rada i ${homes[p.to] ?? p.to}.`,
    en: (p) =>
      `${kindOf(p.to, 'en')} ${p.name} does not exist. Correct the name, or add it in ${homes[p.to] ?? p.to}.`,
  },
  'service.otherUnit': {
    nb: (p) =>
      `Tjenesten hører ikke til enheten ${p.unit}. En tjeneste heter ${p.unit} eller ${p.unit}/navn. Rett id-en.`,
    nn: (p) =>
      `Tenesta høyrer ikkje til eininga ${p.unit}. Ei teneste heiter ${p.unit} eller ${p.unit}/namn. Rett id-en.`,
    en: (p) =>
      `The service does not belong to the unit ${p.unit}. A service is called ${p.unit} or ${p.unit}/name. Correct the id.`,
  },
  'period.reversed': {
    nb: (p) =>
      `Perioden ${period(p.period, 'nb')} slutter før den begynner. «until» er dagen etter siste dag; rett datoene.`,
    nn: (p) =>
      `Perioden ${period(p.period, 'nn')} sluttar før han byrjar. «until» er dagen etter siste dag; rett datoane.`,
    en: (p) =>
      `The period ${period(p.period, 'en')} ends before it begins. “until” is the day after the last; correct the dates.`,
  },
  'party.overlap': {
    nb: (p) =>
      `Parten ${p.party} har to rader som gjelder samtidig; den andre er ${where(p.other, 'nb')}. Avslutt den ene med «until» før den andre begynner.`,
    nn: (p) =>
      `Parten ${p.party} har to rader som gjeld samstundes; den andre er ${where(p.other, 'nn')}. Avslutt den eine med «until» før den andre byrjar.`,
    en: (p) =>
      `The party ${p.party} has two rows in force at once; the other is ${where(p.other, 'en')}. End one with “until” before the other begins.`,
  },
  'party.numberTwice': {
    nb: (p) =>
      `Kommunenummer ${p.kommunenummer} har to parter samtidig; den andre er ${where(p.other, 'nb')}. Rett det ene nummeret.`,
    nn: (p) =>
      `Kommunenummer ${p.kommunenummer} har to partar samstundes; den andre er ${where(p.other, 'nn')}. Rett det eine nummeret.`,
    en: (p) =>
      `The municipality number ${p.kommunenummer} has two parties at once; the other is ${where(p.other, 'en')}. Correct one of the numbers.`,
  },
  ...appearanceProblemTexts,
  'participation.overlap': {
    nb: (p) =>
      `${p.party} er med to ganger i ${p.service} på samme tid; den andre raden er ${where(p.other, 'nb')}. Ta bort den ene, eller la periodene følge etter hverandre.`,
    nn: (p) =>
      `${p.party} er med to gonger i ${p.service} på same tid; den andre rada er ${where(p.other, 'nn')}. Ta bort den eine, eller lat periodane følgje etter kvarandre.`,
    en: (p) =>
      `${p.party} takes part twice in ${p.service} at the same time; the other row is ${where(p.other, 'en')}. Remove one, or let the periods follow each other.`,
  },
  'key.overlap': {
    nb: (p) =>
      `Tjenesten ${p.service} har to fordelingsnøkler samtidig: ${period(p.first, 'nb')} (${where(p.other, 'nb')}) og ${period(p.second, 'nb')}. Avslutt den første med «until» den dagen den neste gjelder fra, eller knytt den nye til saken som venter på vedtak.`,
    nn: (p) =>
      `Tenesta ${p.service} har to fordelingsnøklar samstundes: ${period(p.first, 'nn')} (${where(p.other, 'nn')}) og ${period(p.second, 'nn')}. Avslutt den første med «until» den dagen den neste gjeld frå, eller knyt den nye til saka som ventar på vedtak.`,
    en: (p) =>
      `The service ${p.service} has two allocation keys at once: ${period(p.first, 'en')} (${where(p.other, 'en')}) and ${period(p.second, 'en')}. End the first with “until” on the day the next is in force from, or tie the new one to the case it awaits.`,
  },
  'register.twice': {
    nb: (p) =>
      `Registeret ${p.register} har to verdier for ${p.party} ${p.date}; den andre er ${where(p.other, 'nb')}. Behold én, eller gi revisjonen sin egen dato i «published».`,
    nn: (p) =>
      `Registeret ${p.register} har to verdiar for ${p.party} ${p.date}; den andre er ${where(p.other, 'nn')}. Behald éin, eller gi revisjonen sin eigen dato i «published».`,
    en: (p) =>
      `The register ${p.register} has two values for ${p.party} on ${p.date}; the other is ${where(p.other, 'en')}. Keep one, or give the revision its own date in “published”.`,
  },
  'register.negative': {
    nb: (p) =>
      `Registerverdien ${fractionText(p.value)} er negativ, og en kostnad kan ikke deles etter et negativt tall. Rett verdien.`,
    nn: (p) =>
      `Registerverdien ${fractionText(p.value)} er negativ, og ein kostnad kan ikkje delast etter eit negativt tal. Rett verdien.`,
    en: (p) =>
      `The register value ${fractionText(p.value)} is negative, and a cost cannot be divided by a negative number. Correct the value.`,
  },
  'volume.negative': {
    nb: (p) => `Antallet ${fractionText(p.value)} er negativt. Rett det.`,
    nn: (p) => `Talet ${fractionText(p.value)} er negativt. Rett det.`,
    en: (p) => `The count ${fractionText(p.value)} is negative. Correct it.`,
  },
  'total.andLines': {
    nb: (p) =>
      `Tjenesten ${p.service} har både en total og linjer som fordeles i ${p.version} (${where(p.other, 'nb')}), og de kan ikke begge være kostnaden. Ta bort totalen når linjene er kjent.`,
    nn: (p) =>
      `Tenesta ${p.service} har både ein total og linjer som blir fordelte i ${p.version} (${where(p.other, 'nn')}), og dei kan ikkje begge vere kostnaden. Ta bort totalen når linjene er kjende.`,
    en: (p) =>
      `The service ${p.service} has both a total and shared lines in ${p.version} (${where(p.other, 'en')}), and they cannot both be its cost. Remove the total when the lines are known.`,
  },
  'total.twice': {
    nb: (p) =>
      `Tjenesten ${p.service} har to totaler i ${p.version}; den andre er ${where(p.other, 'nb')}. Behold én.`,
    nn: (p) =>
      `Tenesta ${p.service} har to totalar i ${p.version}; den andre er ${where(p.other, 'nn')}. Behald éin.`,
    en: (p) =>
      `The service ${p.service} has two totals in ${p.version}; the other is ${where(p.other, 'en')}. Keep one.`,
  },
  'adopted.twice': {
    nb: (p) =>
      `${p.party} har to vedtatte deler av ${p.service} i ${p.version}; den andre er ${where(p.other, 'nb')}. Behold én.`,
    nn: (p) =>
      `${p.party} har to vedtekne delar av ${p.service} i ${p.version}; den andre er ${where(p.other, 'nn')}. Behald éin.`,
    en: (p) =>
      `${p.party} has two adopted parts of ${p.service} in ${p.version}; the other is ${where(p.other, 'en')}. Keep one.`,
  },
  'adopted.notAdopted': {
    nb: (p) =>
      `Versjonen ${p.version} har status ${p.status}, så den har ingen vedtatte deler. Flytt raden til en vedtatt versjon, eller endre statusen i versions.csv.`,
    nn: (p) =>
      `Versjonen ${p.version} har status ${p.status}, så han har ingen vedtekne delar. Flytt rada til ein vedteken versjon, eller endre statusen i versions.csv.`,
    en: (p) =>
      `The version ${p.version} has the status ${p.status}, so it has no adopted parts. Move the row to an adopted version, or change the status in versions.csv.`,
  },
  'line.noParty': {
    nb: (p) => `En linje med fordeling ${p.distribution} må si hvem som betaler. Fyll inn «party».`,
    nn: (p) => `Ei linje med fordeling ${p.distribution} må seie kven som betaler. Fyll inn «party».`,
    en: (p) => `A line with distribution ${p.distribution} must say who pays. Fill in “party”.`,
  },
  'line.partyShared': {
    nb: (p) =>
      `Linjen fordeles etter nøkkelen, men nevner ${p.party}. La «party» stå tom, eller skriv direct om ${p.party} betaler alene.`,
    nn: (p) =>
      `Linja blir fordelt etter nøkkelen, men nemner ${p.party}. Lat «party» stå tom, eller skriv direct om ${p.party} betaler åleine.`,
    en: (p) =>
      `The line is shared by the key, but names ${p.party}. Leave “party” empty, or write direct if ${p.party} pays alone.`,
  },
  'growth.sameBase': {
    nb: (p) =>
      `Tjenesten ${p.service} har både deflator og ${p.kind === 'wage' ? 'lønnsvekst' : 'prisvekst'} i ${p.version} (${where(p.other, 'nb')}). Deflatoren har begge i seg, så grunnlaget ville vokst to ganger. Behold den ene.`,
    nn: (p) =>
      `Tenesta ${p.service} har både deflator og ${p.kind === 'wage' ? 'lønsvekst' : 'prisvekst'} i ${p.version} (${where(p.other, 'nn')}). Deflatoren har begge i seg, så grunnlaget ville vakse to gonger. Behald den eine.`,
    en: (p) =>
      `The service ${p.service} has both a deflator and ${p.kind} growth in ${p.version} (${where(p.other, 'en')}). The deflator holds both, so the base would grow twice. Keep one.`,
  },
  'avoidable.notOne': {
    nb: () =>
      'Det som spares, er enten en andel eller et beløp. Fyll inn «share» eller «amount», ikke begge.',
    nn: () =>
      'Det som blir spart, er anten ein del eller eit beløp. Fyll inn «share» eller «amount», ikkje begge.',
    en: () => 'What is saved is either a share or an amount. Fill in “share” or “amount”, not both.',
  },
  'avoidable.share': {
    nb: (p) => `Andelen ${fractionText(p.share)} er ikke mellom 0 og 1. Rett den.`,
    nn: (p) => `Delen ${fractionText(p.share)} er ikkje mellom 0 og 1. Rett han.`,
    en: (p) => `The share ${fractionText(p.share)} is not between 0 and 1. Correct it.`,
  },
  'rounding.unit': {
    nb: (p) =>
      `Avrundingsenheten ${formatKroner(p.unit)} kr er ikke et positivt beløp. Skriv 0.01 for øre, 1.00 for kroner eller 1000.00.`,
    nn: (p) =>
      `Avrundingseininga ${formatKroner(p.unit)} kr er ikkje eit positivt beløp. Skriv 0.01 for øre, 1.00 for kroner eller 1000.00.`,
    en: (p) =>
      `The rounding unit kr ${formatKroner(p.unit)} is not a positive amount. Write 0.01 for øre, 1.00 for kroner or 1000.00.`,
  },
  cycle: {
    nb: (p) => `${p.path.join(' → ')} går i ring. Ta bort en av henvisningene.`,
    nn: (p) => `${p.path.join(' → ')} går i ring. Ta bort ei av tilvisingane.`,
    en: (p) => `${p.path.join(' → ')} goes in a circle. Remove one of the references.`,
  },
  'amount.outlier': {
    nb: (p) =>
      `${formatKroner(p.amount)} kr er ${formatCount(p.times)} ganger ${larger(p) ? 'så stort' : 'så lite'} som ${compared[p.against].nb} (${formatKroner(p.comparedWith)} kr). Alle beløp står i kroner: rett beløpet om det er skrevet i 1 000 kr, eller skriv «bekreftet» og hvorfor i «note».`,
    nn: (p) =>
      `${formatKroner(p.amount)} kr er ${formatCount(p.times)} gonger ${larger(p) ? 'så stort' : 'så lite'} som ${compared[p.against].nn} (${formatKroner(p.comparedWith)} kr). Alle beløp står i kroner: rett beløpet om det er skrive i 1 000 kr, eller skriv «stadfesta» og kvifor i «note».`,
    en: (p) =>
      `kr ${formatKroner(p.amount)} is ${formatCount(p.times)} times as ${larger(p) ? 'large' : 'small'} as ${compared[p.against].en} (kr ${formatKroner(p.comparedWith)}). Every amount is in kroner: correct it if it was written in thousands, or write “bekreftet” and why in “note”.`,
  },
};

const larger = ({
  amount,
  comparedWith,
}: {
  readonly amount: bigint;
  readonly comparedWith: bigint;
}): boolean => amount * amount > comparedWith * comparedWith;
