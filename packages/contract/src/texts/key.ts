import { type Fraction, fractionText, roundToOre } from '@samstyr/core/fraction/fraction';
import type { KeyProblem, KeyTextProblem, KeyUseProblem } from '@samstyr/core/key/key-problem';
import { formatKroner } from '@samstyr/core/money/kroner';
import type { Texts } from './language.ts';
import { percentNumber, percentText } from './share-text.ts';

const kroner = (value: Fraction): string => formatKroner(roundToOre(value));
const size = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d });

/** «i `parts[1].key`», or nothing for the key itself. */
const at = (path: string): string => (path === '' ? '' : ` i ${path}`);
const within = (path: string): string => (path === '' ? '' : ` in ${path}`);

const amountReasons = {
  empty: { nb: 'er tomt', nn: 'er tomt', en: 'is empty' },
  notANumber: { nb: 'er ikke et tall', nn: 'er ikkje eit tal', en: 'is not a number' },
  ambiguous: {
    nb: 'kan leses på to måter; skriv to desimaler eller ingen',
    nn: 'kan lesast på to måtar; skriv to desimalar eller ingen',
    en: 'can be read in two ways; write two decimals or none',
  },
  tooManyDecimals: {
    nb: 'har mer enn to desimaler',
    nn: 'har meir enn to desimalar',
    en: 'has more than two decimals',
  },
  tooLarge: { nb: 'er for stort', nn: 'er for stort', en: 'is too large' },
} as const;

/** What is wrong with a key as it is written. */
const writtenTexts: Texts<KeyTextProblem> = {
  'key.notAKey': {
    nb: (p) =>
      `«${p.text}»${at(p.path)} er ingen fordelingsnøkkel. Skriv equal, eller ett av feltene agreed, by, usage, direct, bands, tariff, threshold, cap, floor, phaseIn, external eller parts.`,
    nn: (p) =>
      `«${p.text}»${at(p.path)} er ingen fordelingsnøkkel. Skriv equal, eller eitt av felta agreed, by, usage, direct, bands, tariff, threshold, cap, floor, phaseIn, external eller parts.`,
    en: (p) =>
      `“${p.text}”${within(p.path)} is no allocation key. Write equal, or one of the fields agreed, by, usage, direct, bands, tariff, threshold, cap, floor, phaseIn, external or parts.`,
  },
  'key.notAnObject': {
    nb: (p) => `${p.path} skal ha felter under seg, men der står «${p.text}».`,
    nn: (p) => `${p.path} skal ha felt under seg, men der står «${p.text}».`,
    en: (p) => `${p.path} must have fields of its own, but “${p.text}” stands there.`,
  },
  'key.notAList': {
    nb: (p) => `${p.path} skal være en liste, men der står «${p.text}».`,
    nn: (p) => `${p.path} skal vere ei liste, men der står «${p.text}».`,
    en: (p) => `${p.path} must be a list, but “${p.text}” stands there.`,
  },
  'key.unknownField': {
    nb: (p) =>
      `Feltet «${p.field}»${at(p.path)} er ukjent. Her kan det stå ${p.expected.join(', ')}. Rett navnet, eller ta feltet bort.`,
    nn: (p) =>
      `Feltet «${p.field}»${at(p.path)} er ukjent. Her kan det stå ${p.expected.join(', ')}. Rett namnet, eller ta feltet bort.`,
    en: (p) =>
      `The field “${p.field}”${within(p.path)} is unknown. It can be ${p.expected.join(', ')}. Correct the name, or remove the field.`,
  },
  'key.missingField': {
    nb: (p) => `Feltet «${p.field}» mangler${at(p.path)}. Legg det til.`,
    nn: (p) => `Feltet «${p.field}» manglar${at(p.path)}. Legg det til.`,
    en: (p) => `The field “${p.field}” is missing${within(p.path)}. Add it.`,
  },
  'key.oneOf': {
    nb: (p) => `Nøyaktig ett av ${p.fields.join(', ')} skal stå${at(p.path)}; det er ${p.found}.`,
    nn: (p) => `Nøyaktig eitt av ${p.fields.join(', ')} skal stå${at(p.path)}; det er ${p.found}.`,
    en: (p) => `Exactly one of ${p.fields.join(', ')} must stand${within(p.path)}; there are ${p.found}.`,
  },
  'key.notAShare': {
    nb: (p) => `«${p.text}»${at(p.path)} er ingen andel. Skriv for eksempel 3/20, 15% eller 0.15.`,
    nn: (p) => `«${p.text}»${at(p.path)} er ingen del. Skriv til dømes 3/20, 15% eller 0.15.`,
    en: (p) => `“${p.text}”${within(p.path)} is no share. Write for example 3/20, 15% or 0.15.`,
  },
  'key.negative': {
    nb: (p) => `«${p.text}»${at(p.path)} er negativt. Andeler og beløp i en nøkkel er 0 eller mer.`,
    nn: (p) => `«${p.text}»${at(p.path)} er negativt. Delar og beløp i ein nøkkel er 0 eller meir.`,
    en: (p) => `“${p.text}”${within(p.path)} is negative. Shares and amounts in a key are 0 or more.`,
  },
  'key.aboveWhole': {
    nb: (p) => `Andelen «${p.text}»${at(p.path)} er mer enn hele kostnaden. Skriv prosent med %, som 15%.`,
    nn: (p) => `Delen «${p.text}»${at(p.path)} er meir enn heile kostnaden. Skriv prosent med %, som 15%.`,
    en: (p) =>
      `The share “${p.text}”${within(p.path)} is more than the whole cost. Write percent with %, as 15%.`,
  },
  'key.notAnAmount': {
    nb: (p) => `Beløpet «${p.text}»${at(p.path)} ${amountReasons[p.reason].nb}. Skriv kroner, som 25000.00.`,
    nn: (p) => `Beløpet «${p.text}»${at(p.path)} ${amountReasons[p.reason].nn}. Skriv kroner, som 25000.00.`,
    en: (p) =>
      `The amount “${p.text}”${within(p.path)} ${amountReasons[p.reason].en}. Write kroner, as 25000.00.`,
  },
  'key.notANumber': {
    nb: (p) => `«${p.text}»${at(p.path)} skal være et helt tall fra ${p.from} til ${p.to}.`,
    nn: (p) => `«${p.text}»${at(p.path)} skal vere eit heilt tal frå ${p.from} til ${p.to}.`,
    en: (p) => `“${p.text}”${within(p.path)} must be a whole number from ${p.from} to ${p.to}.`,
  },
  'key.notADate': {
    nb: (p) =>
      `«${p.text}»${at(p.path)} er ingen dato. Skriv en dag som finnes, som 2024-01-01, eller budgetYear-01-01, previousYear-01-01 eller previousYear-07-01.`,
    nn: (p) =>
      `«${p.text}»${at(p.path)} er ingen dato. Skriv ein dag som finst, som 2024-01-01, eller budgetYear-01-01, previousYear-01-01 eller previousYear-07-01.`,
    en: (p) =>
      `“${p.text}”${within(p.path)} is no date. Write a day that exists, as 2024-01-01, or budgetYear-01-01, previousYear-01-01 or previousYear-07-01.`,
  },
  'key.notAName': {
    nb: (p) => `«${p.text}»${at(p.path)} skal være et navn.`,
    nn: (p) => `«${p.text}»${at(p.path)} skal vere eit namn.`,
    en: (p) => `“${p.text}”${within(p.path)} must be a name.`,
  },
  'key.notAPeriod': {
    nb: (p) => `«${p.text}»${at(p.path)} er ingen periode. Skriv previousYear, budgetYear eller et årstall.`,
    nn: (p) => `«${p.text}»${at(p.path)} er ingen periode. Skriv previousYear, budgetYear eller eit årstal.`,
    en: (p) => `“${p.text}”${within(p.path)} is no period. Write previousYear, budgetYear or a year.`,
  },
  'key.unknownParty': {
    nb: (p) =>
      `«${p.text}»${at(p.path)} er ingen kjent kommune eller part. Bruk kommunenummeret eller navnet i parties.csv, eller legg parten inn der.`,
    nn: (p) =>
      `«${p.text}»${at(p.path)} er ingen kjend kommune eller part. Bruk kommunenummeret eller namnet i parties.csv, eller legg parten inn der.`,
    en: (p) =>
      `“${p.text}”${within(p.path)} is no known municipality or party. Use the number or the name in parties.csv, or add the party there.`,
  },
  'key.unknownRegister': {
    nb: (p) => `Registeret «${p.text}»${at(p.path)} finnes ikke. Rett navnet, eller legg registeret inn.`,
    nn: (p) => `Registeret «${p.text}»${at(p.path)} finst ikkje. Rett namnet, eller legg registeret inn.`,
    en: (p) =>
      `The register “${p.text}”${within(p.path)} does not exist. Correct the name, or add the register.`,
  },
  'key.partyTwice': {
    nb: (p) => `${p.party} står to ganger i nøkkelen, andre gang${at(p.path)}. Behold én av dem.`,
    nn: (p) => `${p.party} står to gonger i nøkkelen, andre gongen${at(p.path)}. Behald éin av dei.`,
    en: (p) => `${p.party} stands twice in the key, the second time${within(p.path)}. Keep one of them.`,
  },
  'key.sharesSum': {
    nb: (p) =>
      `Andelene${at(p.path)} blir ${percentText(p.sum)}. Det ${p.difference.n < 0n ? 'er' : 'mangler'} ${percentNumber(size(p.difference))} prosentpoeng${p.difference.n < 0n ? ' for mye' : ''} (${fractionText(size(p.difference))} av kostnaden). Rett andelene, eller skriv dem som brøker, for eksempel 1/3.`,
    nn: (p) =>
      `Delane${at(p.path)} blir ${percentText(p.sum)}. Det ${p.difference.n < 0n ? 'er' : 'manglar'} ${percentNumber(size(p.difference))} prosentpoeng${p.difference.n < 0n ? ' for mykje' : ''} (${fractionText(size(p.difference))} av kostnaden). Rett delane, eller skriv dei som brøkar, til dømes 1/3.`,
    en: (p) =>
      `The shares${within(p.path)} sum to ${percentText(p.sum)}: ${percentNumber(size(p.difference))} percentage points too ${p.difference.n < 0n ? 'much' : 'little'} (${fractionText(size(p.difference))} of the cost). Correct the shares, or write them as fractions, for example 1/3.`,
  },
  'key.empty': {
    nb: (p) => `${p.path} er tom. Legg inn minst én del.`,
    nn: (p) => `${p.path} er tom. Legg inn minst éin del.`,
    en: (p) => `${p.path} is empty. Add at least one part.`,
  },
  'key.bandsOrder': {
    nb: (p) =>
      `Trinnet til og med ${fractionText(p.upTo)}${at(p.path)} kommer etter trinnet til og med ${fractionText(p.previous)}. Skriv trinnene fra det laveste til det høyeste.`,
    nn: (p) =>
      `Trinnet til og med ${fractionText(p.upTo)}${at(p.path)} kjem etter trinnet til og med ${fractionText(p.previous)}. Skriv trinna frå det lågaste til det høgaste.`,
    en: (p) =>
      `The band up to ${fractionText(p.upTo)}${within(p.path)} comes after the band up to ${fractionText(p.previous)}. Write the bands from the lowest to the highest.`,
  },
  'key.openBand': {
    nb: (p) =>
      p.isLast
        ? `Det siste trinnet, ${p.path}, har en øvre grense. Ta bort upTo, så alle får et trinn.`
        : `Trinnet ${p.path} mangler upTo. Bare det siste trinnet er uten øvre grense.`,
    nn: (p) =>
      p.isLast
        ? `Det siste trinnet, ${p.path}, har ei øvre grense. Ta bort upTo, så alle får eit trinn.`
        : `Trinnet ${p.path} manglar upTo. Berre det siste trinnet er utan øvre grense.`,
    en: (p) =>
      p.isLast
        ? `The last band, ${p.path}, has an upper limit. Remove upTo, so that everybody has a band.`
        : `The band ${p.path} has no upTo. Only the last band is without an upper limit.`,
  },
  'key.feeInside': {
    nb: (p) =>
      `${p.path} er en prisliste og kan ikke dele en del av kostnaden: prisene blir ikke nødvendigvis summen. La prislisten stå alene, eller bruk by eller equal her.`,
    nn: (p) =>
      `${p.path} er ei prisliste og kan ikkje dele ein del av kostnaden: prisane blir ikkje nødvendigvis summen. La prislista stå åleine, eller bruk by eller equal her.`,
    en: (p) =>
      `${p.path} is a price list and cannot divide a part of the cost: its fees need not sum to it. Let the price list stand alone, or use by or equal here.`,
  },
  'key.tooDeep': {
    nb: (p) =>
      `Nøkkelen er nøstet i mer enn ${p.most} nivåer. Skriv den flatere; en nøkkel kan ikke vise til seg selv.`,
    nn: (p) =>
      `Nøkkelen er nøsta i meir enn ${p.most} nivå. Skriv han flatare; ein nøkkel kan ikkje vise til seg sjølv.`,
    en: (p) =>
      `The key is nested more than ${p.most} levels deep. Write it flatter; a key cannot refer to itself.`,
  },
  'key.tooLarge': {
    nb: (p) => `Nøkkelen har mer enn ${p.most} deler. Del den på flere tjenester, eller bruk et register.`,
    nn: (p) => `Nøkkelen har meir enn ${p.most} delar. Del han på fleire tenester, eller bruk eit register.`,
    en: (p) =>
      `The key has more than ${p.most} parts. Divide it between several services, or use a register.`,
  },
};

/** What is wrong when a key is used for a year. */
const useTexts: Texts<KeyUseProblem> = {
  'key.noMembers': {
    nb: (p) =>
      `Ingen tar del i tjenesten i ${p.year}, så nøkkelen ${p.key} har ingen å dele mellom. Legg inn deltakere.`,
    nn: (p) =>
      `Ingen tek del i tenesta i ${p.year}, så nøkkelen ${p.key} har ingen å dele mellom. Legg inn deltakarar.`,
    en: (p) =>
      `Nobody takes part in the service in ${p.year}, so the key ${p.key} has nobody to divide between. Add members.`,
  },
  'key.nobodyPays': {
    nb: (p) =>
      `Alle deltakerne står med 0 i «${p.register}» for ${p.year}, så nøkkelen ${p.key} gir ingen noe å betale. Legg inn minst ett tall, eller velg en annen nøkkel.`,
    nn: (p) =>
      `Alle deltakarane står med 0 i «${p.register}» for ${p.year}, så nøkkelen ${p.key} gir ingen noko å betale. Legg inn minst eitt tal, eller vel ein annan nøkkel.`,
    en: (p) =>
      `All members have 0 in “${p.register}” for ${p.year}, so the key ${p.key} leaves nobody to pay. Add at least one value, or choose another key.`,
  },
  'key.negativeValue': {
    nb: (p) =>
      `${p.party} står med ${fractionText(p.value)} i «${p.register}», og en nøkkel kan ikke dele etter et negativt tall. Rett tallet.`,
    nn: (p) =>
      `${p.party} står med ${fractionText(p.value)} i «${p.register}», og ein nøkkel kan ikkje dele etter eit negativt tal. Rett talet.`,
    en: (p) =>
      `${p.party} has ${fractionText(p.value)} in “${p.register}”, and a key cannot divide by a negative value. Correct it.`,
  },
  'key.agreedNotMember': {
    nb: (p) =>
      `Nøkkelen ${p.key} gir ${p.party} ${percentText(p.share)} i ${p.year}, men ${p.party} er ikke med da. De andres andeler blir ikke endret av seg selv: skriv en nøkkel som gjelder fra den dagen.`,
    nn: (p) =>
      `Nøkkelen ${p.key} gir ${p.party} ${percentText(p.share)} i ${p.year}, men ${p.party} er ikkje med då. Delane til dei andre blir ikkje endra av seg sjølve: skriv ein nøkkel som gjeld frå den dagen.`,
    en: (p) =>
      `The key ${p.key} gives ${p.party} ${percentText(p.share)} in ${p.year}, when ${p.party} takes no part. The others' shares do not change by themselves: write a key in force from that day.`,
  },
  'key.agreedMissing': {
    nb: (p) =>
      `${p.party} er med i ${p.year}, men har ingen andel i nøkkelen ${p.key}. Skriv en nøkkel med andel for alle; 0 er en andel.`,
    nn: (p) =>
      `${p.party} er med i ${p.year}, men har ingen del i nøkkelen ${p.key}. Skriv ein nøkkel med del for alle; 0 er ein del.`,
    en: (p) =>
      `${p.party} takes part in ${p.year} but has no share in the key ${p.key}. Write a key with a share for everybody; 0 is a share.`,
  },
  'key.directUnknown': {
    nb: (p) =>
      `Nøkkelen ${p.key} legger kostnaden på «${p.party}», som ikke finnes i ${p.year}. Rett navnet, eller legg parten inn.`,
    nn: (p) =>
      `Nøkkelen ${p.key} legg kostnaden på «${p.party}», som ikkje finst i ${p.year}. Rett namnet, eller legg parten inn.`,
    en: (p) =>
      `The key ${p.key} lays the cost on “${p.party}”, who does not exist in ${p.year}. Correct the name, or add the party.`,
  },
  'key.capTooLow': {
    nb: (p) =>
      `Taket i nøkkelen ${p.key} er for lavt for ${p.year}: ${p.payers} betaler ${kroner(p.limitOre)} kr hver, og da står ${kroner(p.leftOre)} kr av ${kroner(p.costOre)} kr igjen som ingen kan betale. Hev taket.`,
    nn: (p) =>
      `Taket i nøkkelen ${p.key} er for lågt for ${p.year}: ${p.payers} betaler ${kroner(p.limitOre)} kr kvar, og då står ${kroner(p.leftOre)} kr av ${kroner(p.costOre)} kr att som ingen kan betale. Hev taket.`,
    en: (p) =>
      `The cap in the key ${p.key} is too low for ${p.year}: ${p.payers} pay kr ${kroner(p.limitOre)} each, and kr ${kroner(p.leftOre)} of kr ${kroner(p.costOre)} is left that nobody may pay. Raise the cap.`,
  },
  'key.floorTooHigh': {
    nb: (p) =>
      `Gulvet i nøkkelen ${p.key} er for høyt for ${p.year}: ${p.payers} betaler ${kroner(p.limitOre)} kr hver, og da er det ${kroner(p.leftOre)} kr igjen av ${kroner(p.costOre)} kr til de andre. Senk gulvet.`,
    nn: (p) =>
      `Golvet i nøkkelen ${p.key} er for høgt for ${p.year}: ${p.payers} betaler ${kroner(p.limitOre)} kr kvar, og då er det ${kroner(p.leftOre)} kr att av ${kroner(p.costOre)} kr til dei andre. Senk golvet.`,
    en: (p) =>
      `The floor in the key ${p.key} is too high for ${p.year}: ${p.payers} pay kr ${kroner(p.limitOre)} each, which leaves kr ${kroner(p.leftOre)} of kr ${kroner(p.costOre)} for the others. Lower the floor.`,
  },
};

export const keyTexts: Texts<KeyProblem> = { ...writtenTexts, ...useTexts };
