import type { EditProblem } from '@samstyr/core/scenario/edit-problem';
import { dayText } from './day-text.ts';
import type { Language, Sentence, Texts } from './language.ts';
import { listed, suggestion } from './list-text.ts';
import { editWords, growthWords } from './words.ts';

type Telling<P> = { readonly [L in Language]: (problem: P) => string };

/** Every sentence begins with what was tried: «Ny nøkkel: …». */
function tried<P extends EditProblem>({ nb, nn, en }: Telling<P>): Sentence<P> {
  const begin = (language: Language, say: (problem: P) => string) => (problem: P) =>
    `${editWords[problem.op][language]}: ${say(problem)}`;
  return { nb: begin('nb', nb), nn: begin('nn', nn), en: begin('en', en) };
}

const orNone = (names: readonly string[], language: Language): string =>
  names.length === 0 ? none[language] : listed(names, language);
const none: { readonly [L in Language]: string } = { nb: 'ingen', nn: 'ingen', en: 'none' };

/** Why an edit cannot be made, and what to do instead. */
export const editProblemTexts: Texts<EditProblem> = {
  'edit.unknownService': tried({
    nb: (p) => `tjenesten «${p.service}» finnes ikke. ${suggestion(p.service, p.known, 'nb')}`,
    nn: (p) => `tenesta «${p.service}» finst ikkje. ${suggestion(p.service, p.known, 'nn')}`,
    en: (p) => `the service “${p.service}” does not exist. ${suggestion(p.service, p.known, 'en')}`,
  }),
  'edit.unknownParty': tried({
    nb: (p) => `«${p.party}» er ingen kommune eller part. ${suggestion(p.party, p.known, 'nb')}`,
    nn: (p) => `«${p.party}» er ingen kommune eller part. ${suggestion(p.party, p.known, 'nn')}`,
    en: (p) => `“${p.party}” is no municipality or party. ${suggestion(p.party, p.known, 'en')}`,
  }),
  'edit.unknownRegister': tried({
    nb: (p) => `registeret «${p.register}» finnes ikke. ${suggestion(p.register, p.known, 'nb')}`,
    nn: (p) => `registeret «${p.register}» finst ikkje. ${suggestion(p.register, p.known, 'nn')}`,
    en: (p) => `the register “${p.register}” does not exist. ${suggestion(p.register, p.known, 'en')}`,
  }),
  'edit.unknownCase': tried({
    nb: (p) => `saken «${p.case}» finnes ikke. ${suggestion(p.case, p.known, 'nb')}`,
    nn: (p) => `saka «${p.case}» finst ikkje. ${suggestion(p.case, p.known, 'nn')}`,
    en: (p) => `the case “${p.case}” does not exist. ${suggestion(p.case, p.known, 'en')}`,
  }),
  'edit.unknownChange': tried({
    nb: (p) => `endringen «${p.id}» finnes ikke. Skriv id-en slik den står i changes.csv.`,
    nn: (p) => `endringa «${p.id}» finst ikkje. Skriv id-en slik han står i changes.csv.`,
    en: (p) => `the change “${p.id}” does not exist. Write the id as it stands in changes.csv.`,
  }),
  'edit.versionLocked': tried({
    nb: (p) =>
      `versjonen ${p.version} er vedtatt, og beløpene i den endres ikke. Legg inn en ny versjon som bygger på den, eller velg et år som ikke er vedtatt.`,
    nn: (p) =>
      `versjonen ${p.version} er vedteken, og beløpa i han blir ikkje endra. Legg inn ein ny versjon som byggjer på han, eller vel eit år som ikkje er vedteke.`,
    en: (p) =>
      `the version ${p.version} is adopted, and its amounts do not change. Add a new version built on it, or choose a year that is not adopted.`,
  }),
  'edit.noVersion': tried({
    nb: (p) =>
      `det finnes ikke noe budsjett for ${p.year}. Velg et år som finnes, eller legg inn året i versions.csv.`,
    nn: (p) =>
      `det finst ikkje noko budsjett for ${p.year}. Vel eit år som finst, eller legg inn året i versions.csv.`,
    en: (p) =>
      `there is no budget for ${p.year}. Choose a year that exists, or add the year to versions.csv.`,
  }),
  'edit.notMember': tried({
    nb: (p) =>
      `${p.party} deltar ikke i ${p.service}${p.from === null ? '' : ` ${dayText(p.from, 'nb')}`}. Velg en deltaker, eller legg først inn at ${p.party} går inn.`,
    nn: (p) =>
      `${p.party} deltek ikkje i ${p.service}${p.from === null ? '' : ` ${dayText(p.from, 'nn')}`}. Vel ein deltakar, eller legg først inn at ${p.party} går inn.`,
    en: (p) =>
      `${p.party} takes no part in ${p.service}${p.from === null ? '' : ` on ${dayText(p.from, 'en')}`}. Choose a member, or let ${p.party} join first.`,
  }),
  'edit.alreadyMember': tried({
    nb: (p) =>
      `${p.party} er allerede med i ${p.service} ${dayText(p.from, 'nb')} eller senere. Velg en dag etter at deltakelsen er slutt, eller fjern inntredenen.`,
    nn: (p) =>
      `${p.party} er alt med i ${p.service} ${dayText(p.from, 'nn')} eller seinare. Vel ein dag etter at deltakinga er slutt, eller fjern inntredinga.`,
    en: (p) =>
      `${p.party} takes part in ${p.service} on ${dayText(p.from, 'en')} or later already. Choose a day after that ends, or remove the edit.`,
  }),
  'edit.lastMember': tried({
    nb: (p) =>
      `${p.party} er den siste i ${p.service}, så kostnaden får ingen å deles mellom. La en annen part gå inn først, eller avslutt tjenesten.`,
    nn: (p) =>
      `${p.party} er den siste i ${p.service}, så kostnaden får ingen å delast mellom. La ein annan part gå inn først, eller avslutt tenesta.`,
    en: (p) =>
      `${p.party} is the last member of ${p.service}, so nobody is left to share the cost. Let another party join first, or end the service.`,
  }),
  'edit.keyNotUsed': tried({
    nb: (p) =>
      `nøkkelen for ${p.service} bruker ikke registeret «${p.register}». Den bruker ${orNone(p.used, 'nb')}. Velg et register nøkkelen bruker, eller legg inn en ny nøkkel.`,
    nn: (p) =>
      `nøkkelen for ${p.service} bruker ikkje registeret «${p.register}». Han bruker ${orNone(p.used, 'nn')}. Vel eit register nøkkelen bruker, eller legg inn ein ny nøkkel.`,
    en: (p) =>
      `the key of ${p.service} does not use the register “${p.register}”. It uses ${orNone(p.used, 'en')}. Choose a register the key uses, or set a new key.`,
  }),
  'edit.sharedByKey': tried({
    nb: (p) =>
      `beløpet til ${p.party} i ${p.service} regnes ut av kostnaden og nøkkelen, og kan ikke settes for seg. Endre kostnaden med en endring, eller endre nøkkelen.`,
    nn: (p) =>
      `beløpet til ${p.party} i ${p.service} blir rekna ut av kostnaden og nøkkelen, og kan ikkje setjast for seg. Endre kostnaden med ei endring, eller endre nøkkelen.`,
    en: (p) =>
      `the amount of ${p.party} in ${p.service} is computed from the cost and the key and cannot be set by itself. Change the cost with a change, or change the key.`,
  }),
  'edit.noPrice': tried({
    nb: (p) =>
      `${p.service} har ingen pris for ${p.measure === null ? 'volumet' : `«${p.measure}»`}, så antallet flytter ingen penger. ${p.measures.length === 0 ? 'Legg inn en pris først.' : `Tjenesten har pris for ${listed(p.measures, 'nb')}; skriv hvilken som gjelder.`}`,
    nn: (p) =>
      `${p.service} har ingen pris for ${p.measure === null ? 'volumet' : `«${p.measure}»`}, så talet flyttar ingen pengar. ${p.measures.length === 0 ? 'Legg inn ein pris først.' : `Tenesta har pris for ${listed(p.measures, 'nn')}; skriv kva for ein som gjeld.`}`,
    en: (p) =>
      `${p.service} has no price for ${p.measure === null ? 'the volume' : `“${p.measure}”`}, so the number moves no money. ${p.measures.length === 0 ? 'Add a price first.' : `The service has prices for ${listed(p.measures, 'en')}; write which one is meant.`}`,
  }),
  'edit.noKey': tried({
    nb: (p) =>
      `${p.service} har ingen fordelingsnøkkel i året, så ingen kan betale først av den. Legg inn en nøkkel først.`,
    nn: (p) =>
      `${p.service} har ingen fordelingsnøkkel i året, så ingen kan betale først av han. Legg inn ein nøkkel først.`,
    en: (p) => `${p.service} has no allocation key in the year for anybody to pay ahead of. Set a key first.`,
  }),
  'edit.noGrowthBase': tried({
    nb: (p) =>
      `vekst i ${growthWords[p.kind].nb} i ${p.service} mangler beløpet den skal regnes av. Oppgi grunnlaget i baseOre, i øre.`,
    nn: (p) =>
      `vekst i ${growthWords[p.kind].nn} i ${p.service} manglar beløpet han skal reknast av. Oppgi grunnlaget i baseOre, i øre.`,
    en: (p) =>
      `growth in ${growthWords[p.kind].en} in ${p.service} has no amount to be computed from. Give the base in baseOre, in øre.`,
  }),
  'edit.growthOnSameBase': tried({
    nb: (p) =>
      `${p.service} har vekst i ${growthWords[p.other].nb} fra før, og ${growthWords[p.kind].nb} i tillegg regner samme vekst to ganger: deflatoren har både lønn og priser i seg. Behold én av dem.`,
    nn: (p) =>
      `${p.service} har vekst i ${growthWords[p.other].nn} frå før, og ${growthWords[p.kind].nn} i tillegg reknar same vekst to gonger: deflatoren har både løn og prisar i seg. Behald éin av dei.`,
    en: (p) =>
      `${p.service} has growth in ${growthWords[p.other].en} already, and ${growthWords[p.kind].en} beside it counts the same growth twice: the deflator has both wages and prices in it. Keep one of them.`,
  }),
  'edit.outsideYear': tried({
    nb: (p) =>
      `${dayText(p.from, 'nb')} er utenfor budsjettåret ${p.year}. Velg en dag i ${p.year}, eller et annet år.`,
    nn: (p) =>
      `${dayText(p.from, 'nn')} er utanfor budsjettåret ${p.year}. Vel ein dag i ${p.year}, eller eit anna år.`,
    en: (p) =>
      `${dayText(p.from, 'en')} is outside the budget year ${p.year}. Choose a day in ${p.year}, or another year.`,
  }),
  'edit.notCouncil': tried({
    nb: (p) =>
      `${p.party} skal ikke behandle saken «${p.case}». Det skal ${listed(p.councils, 'nb')}. Rett parten eller saken.`,
    nn: (p) =>
      `${p.party} skal ikkje behandle saka «${p.case}». Det skal ${listed(p.councils, 'nn')}. Rett parten eller saka.`,
    en: (p) =>
      `${p.party} does not treat the case “${p.case}”; ${listed(p.councils, 'en')} do. Correct the party or the case.`,
  }),
};
