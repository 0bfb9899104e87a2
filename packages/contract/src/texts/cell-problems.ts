import { formatCount } from '@samstyr/core/money/kroner';
import type { CellProblem, NumberReason } from '../folder/file-problem.ts';
import type { Language, Texts } from './language.ts';
import { oneOf, or } from './one-of.ts';

/** Why a text is no number, after the text itself. */
export const numberReasons: { readonly [R in NumberReason]: { readonly [L in Language]: string } } = {
  empty: { nb: 'er tomt', nn: 'er tomt', en: 'is empty' },
  notANumber: { nb: 'er ikke et tall', nn: 'er ikkje eit tal', en: 'is not a number' },
  ambiguous: { nb: 'kan leses på to måter', nn: 'kan lesast på to måtar', en: 'can be read in two ways' },
  tooManyDecimals: {
    nb: 'har for mange desimaler',
    nn: 'har for mange desimalar',
    en: 'has too many decimals',
  },
  tooLarge: { nb: 'er for stort', nn: 'er for stort', en: 'is too large' },
};

const characters = {
  control: { nb: 'et styretegn', nn: 'eit styreteikn', en: 'a control character' },
  direction: {
    nb: 'et tegn som snur leseretningen',
    nn: 'eit teikn som snur leseretninga',
    en: 'a character that turns the reading direction',
  },
  invisible: { nb: 'et usynlig tegn', nn: 'eit usynleg teikn', en: 'an invisible character' },
} as const;

const readings = (each: readonly string[], language: Language): string =>
  each.length === 0 ? '' : ` (${each.join(` ${or[language]} `)})`;

/** What is wrong with a cell. The place stands before the sentence. */
export const cellProblemTexts: Texts<CellProblem> = {
  'cell.empty': {
    nb: (p) => `«${p.column}» er tomt, men må ha en verdi. Fyll den inn.`,
    nn: (p) => `«${p.column}» er tomt, men må ha ein verdi. Fyll han inn.`,
    en: (p) => `“${p.column}” is empty, but must have a value. Fill it in.`,
  },
  'cell.tooLong': {
    nb: (p) =>
      `Teksten i «${p.column}» er på ${formatCount(BigInt(p.length))} tegn; den kan være på høyst ${formatCount(BigInt(p.maximum))}. Kort den ned.`,
    nn: (p) =>
      `Teksten i «${p.column}» er på ${formatCount(BigInt(p.length))} teikn; han kan vere på høgst ${formatCount(BigInt(p.maximum))}. Kort han ned.`,
    en: (p) =>
      `The text in “${p.column}” is ${formatCount(BigInt(p.length))} characters long; it can be at most ${formatCount(BigInt(p.maximum))}. Shorten it.`,
  },
  'cell.character': {
    nb: (p) =>
      `Teksten «${p.text}» i «${p.column}» inneholder ${characters[p.reason].nb}, ${p.character}. Ta det bort.`,
    nn: (p) =>
      `Teksten «${p.text}» i «${p.column}» inneheld ${characters[p.reason].nn}, ${p.character}. Ta det bort.`,
    en: (p) =>
      `The text “${p.text}” in “${p.column}” contains ${characters[p.reason].en}, ${p.character}. Remove it.`,
  },
  'cell.doubleEncoded': {
    nb: (p) =>
      `«${p.text}» i «${p.column}» er trolig «${p.meant}», lest med feil tegnsett før filen ble lagret. Rett teksten.`,
    nn: (p) =>
      `«${p.text}» i «${p.column}» er truleg «${p.meant}», lese med feil teiknsett før fila vart lagra. Rett teksten.`,
    en: (p) =>
      `“${p.text}” in “${p.column}” is probably “${p.meant}”, read in the wrong encoding before the file was saved. Correct the text.`,
  },
  'cell.amount': {
    nb: (p) =>
      `Beløpet «${p.text}» i «${p.column}» ${numberReasons[p.reason].nb}${readings(p.readings, 'nb')}. Skriv kroner med punktum og to desimaler: 1234.50.`,
    nn: (p) =>
      `Beløpet «${p.text}» i «${p.column}» ${numberReasons[p.reason].nn}${readings(p.readings, 'nn')}. Skriv kroner med punktum og to desimalar: 1234.50.`,
    en: (p) =>
      `The amount “${p.text}” in “${p.column}” ${numberReasons[p.reason].en}${readings(p.readings, 'en')}. Write kroner with a point and two decimals: 1234.50.`,
  },
  'cell.thousands': {
    nb: (p) =>
      `Beløpet «${p.text}» i «${p.column}» har en måleenhet i seg. Alle beløp står i hele kroner: gang ut, og skriv 20570000.00.`,
    nn: (p) =>
      `Beløpet «${p.text}» i «${p.column}» har ei måleeining i seg. Alle beløp står i heile kroner: gong ut, og skriv 20570000.00.`,
    en: (p) =>
      `The amount “${p.text}” in “${p.column}” carries a unit. Every amount is in kroner: multiply it out, and write 20570000.00.`,
  },
  'cell.number': {
    nb: (p) =>
      `Tallet «${p.text}» i «${p.column}» ${numberReasons[p.reason].nb}${readings(p.readings, 'nb')}. Skriv 24608, 4.6 eller 1/3.`,
    nn: (p) =>
      `Talet «${p.text}» i «${p.column}» ${numberReasons[p.reason].nn}${readings(p.readings, 'nn')}. Skriv 24608, 4.6 eller 1/3.`,
    en: (p) =>
      `The number “${p.text}” in “${p.column}” ${numberReasons[p.reason].en}${readings(p.readings, 'en')}. Write 24608, 4.6 or 1/3.`,
  },
  'cell.share': {
    nb: (p) => `«${p.text}» i «${p.column}» er ingen andel. Skriv en brøk eller prosent: 3/20 eller 15 %.`,
    nn: (p) => `«${p.text}» i «${p.column}» er ingen del. Skriv ein brøk eller prosent: 3/20 eller 15 %.`,
    en: (p) => `“${p.text}” in “${p.column}” is no share. Write a fraction or a percentage: 3/20 or 15 %.`,
  },
  'cell.integer': {
    nb: (p) =>
      `«${p.text}» i «${p.column}» er ikke et helt tall fra ${p.minimum} og opp. Skriv det med sifre alene.`,
    nn: (p) =>
      `«${p.text}» i «${p.column}» er ikkje eit heilt tal frå ${p.minimum} og opp. Skriv det med siffer åleine.`,
    en: (p) =>
      `“${p.text}” in “${p.column}” is not a whole number from ${p.minimum} up. Write it with digits alone.`,
  },
  'cell.year': {
    nb: (p) => `«${p.text}» i «${p.column}» er ikke et år mellom 1900 og 2099. Skriv fire sifre: 2025.`,
    nn: (p) => `«${p.text}» i «${p.column}» er ikkje eit år mellom 1900 og 2099. Skriv fire siffer: 2025.`,
    en: (p) => `“${p.text}” in “${p.column}” is not a year between 1900 and 2099. Write four digits: 2025.`,
  },
  'cell.day': {
    nb: (p) =>
      p.reason === 'noSuchDay'
        ? `Datoen «${p.text}» i «${p.column}» finnes ikke i kalenderen. Rett dagen, måneden eller året.`
        : p.reason === 'outsideWindow'
          ? `Datoen «${p.text}» i «${p.column}» ligger utenfor 1900–2099. Rett året.`
          : `«${p.text}» i «${p.column}» er ingen dato. Skriv år, måned og dag: 2025-07-01 eller 01.07.2025.`,
    nn: (p) =>
      p.reason === 'noSuchDay'
        ? `Datoen «${p.text}» i «${p.column}» finst ikkje i kalenderen. Rett dagen, månaden eller året.`
        : p.reason === 'outsideWindow'
          ? `Datoen «${p.text}» i «${p.column}» ligg utanfor 1900–2099. Rett året.`
          : `«${p.text}» i «${p.column}» er ingen dato. Skriv år, månad og dag: 2025-07-01 eller 01.07.2025.`,
    en: (p) =>
      p.reason === 'noSuchDay'
        ? `The date “${p.text}” in “${p.column}” is not in the calendar. Correct the day, the month or the year.`
        : p.reason === 'outsideWindow'
          ? `The date “${p.text}” in “${p.column}” lies outside 1900–2099. Correct the year.`
          : `“${p.text}” in “${p.column}” is no date. Write year, month and day: 2025-07-01 or 01.07.2025.`,
  },
  'cell.flag': {
    nb: (p) => `«${p.text}» i «${p.column}» er verken ja eller nei. Skriv yes, eller la cellen stå tom.`,
    nn: (p) => `«${p.text}» i «${p.column}» er verken ja eller nei. Skriv yes, eller lat cella stå tom.`,
    en: (p) => `“${p.text}” in “${p.column}” is neither yes nor no. Write yes, or leave the cell empty.`,
  },
  'cell.choice': {
    nb: (p) => `«${p.text}» er ingen av verdiene «${p.column}» kan ha. Skriv ${oneOf(p.choices, 'nb')}.`,
    nn: (p) => `«${p.text}» er ingen av verdiane «${p.column}» kan ha. Skriv ${oneOf(p.choices, 'nn')}.`,
    en: (p) => `“${p.text}” is none of the values “${p.column}” can have. Write ${oneOf(p.choices, 'en')}.`,
  },
  'cell.slug': {
    nb: (p) =>
      `«${p.text}» i «${p.column}» er intet kortnavn: bare små bokstaver a–z, sifre, bindestrek og punktum${p.segments > 1 ? ', med / mellom delene' : ''}.${p.suggestion === null ? ' Rett det.' : ` Skriv «${p.suggestion}».`}`,
    nn: (p) =>
      `«${p.text}» i «${p.column}» er ikkje noko kortnamn: berre små bokstavar a–z, siffer, bindestrek og punktum${p.segments > 1 ? ', med / mellom delane' : ''}.${p.suggestion === null ? ' Rett det.' : ` Skriv «${p.suggestion}».`}`,
    en: (p) =>
      `“${p.text}” in “${p.column}” is no short name: only lower-case a–z, digits, hyphens and points${p.segments > 1 ? ', with / between the parts' : ''}.${p.suggestion === null ? ' Correct it.' : ` Write “${p.suggestion}”.`}`,
  },
  'cell.digits': {
    nb: (p) =>
      `«${p.text}» i «${p.column}» skal ha ${p.length} sifre.${p.restored === null ? ' Rett det.' : ` En null foran er trolig falt bort, slik regneark gjør med tall: skriv «${p.restored}».`}`,
    nn: (p) =>
      `«${p.text}» i «${p.column}» skal ha ${p.length} siffer.${p.restored === null ? ' Rett det.' : ` Ein null framfor er truleg fallen bort, slik rekneark gjer med tal: skriv «${p.restored}».`}`,
    en: (p) =>
      `“${p.text}” in “${p.column}” must have ${p.length} digits.${p.restored === null ? ' Correct it.' : ` A leading zero was probably lost, as spreadsheets do with numbers: write “${p.restored}”.`}`,
  },
  'cell.exponent': {
    nb: (p) =>
      `«${p.text}» i «${p.column}» er en kode som et regneark har gjort om til et stort tall. Skriv hele koden på nytt, som tekst.`,
    nn: (p) =>
      `«${p.text}» i «${p.column}» er ein kode som eit rekneark har gjort om til eit stort tal. Skriv heile koden på nytt, som tekst.`,
    en: (p) =>
      `“${p.text}” in “${p.column}” is a code that a spreadsheet has turned into a large number. Write the whole code again, as text.`,
  },
  'cell.colour': {
    nb: (p) => `«${p.text}» i «${p.column}» er ingen farge. Skriv # og seks tegn: #14506B.`,
    nn: (p) => `«${p.text}» i «${p.column}» er ingen farge. Skriv # og seks teikn: #14506B.`,
    en: (p) => `“${p.text}” in “${p.column}” is no colour. Write # and six characters: #14506B.`,
  },
  'cell.unknownNumber': {
    nb: (p) =>
      `Ingen part i parties.csv har kommunenummer ${p.text}.${p.restored === null ? ' Rett nummeret, eller legg parten til i parties.csv.' : ` En null foran er trolig falt bort, slik regneark gjør med tall: skriv «${p.restored}».`}`,
    nn: (p) =>
      `Ingen part i parties.csv har kommunenummer ${p.text}.${p.restored === null ? ' Rett nummeret, eller legg parten til i parties.csv.' : ` Ein null framfor er truleg fallen bort, slik rekneark gjer med tal: skriv «${p.restored}».`}`,
    en: (p) =>
      `No party in parties.csv has the municipality number ${p.text}.${p.restored === null ? ' Correct the number, or add the party to parties.csv.' : ` A leading zero was probably lost, as spreadsheets do with numbers: write “${p.restored}”.`}`,
  },
};
