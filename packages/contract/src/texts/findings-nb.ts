import {
  difference,
  listed,
  moved,
  named,
  namedValue,
  quoted,
  shown,
  wanted,
  workedOut,
} from './finding-figures.ts';
import type { FindingTexts } from './published-findings.ts';

const words = { cell: 'Cellen', empty: 'tomt', page: 'side', line: 'linje', table: 'tabell' };

export const bokmalFindings: FindingTexts = {
  words,
  anotherTable: 'en annen tabell',
  solved: (f) =>
    `${named(f, words.cell)}: skal ${quoted(f.detail.texts['solvedFrom'] ?? '')} stemme, må det stå ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
  what: {
    'sum.rows': (f) =>
      `${named(f, words.cell)}: radene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    'sum.columns': (f) =>
      `${named(f, words.cell)}: kolonnene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    change: (f) =>
      `${named(f, words.cell)}: endringen blir ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    'percent.use': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} er ${wanted(f)} prosent av ${namedValue(f, 'below')}, men det står ${shown(f, words.empty)}`,
    'percent.change': (f) =>
      `${named(f, words.cell)}: fra ${namedValue(f, 'below')} til ${namedValue(f, 'above')} er endringen ${wanted(f)} prosent, men det står ${shown(f, words.empty)}`,
    'percent.share': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} er ${wanted(f)} prosent av ${namedValue(f, 'below')}, men det står ${shown(f, words.empty)}`,
    average: (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} delt på ${namedValue(f, 'below')} er ${wanted(f)}, men det står ${shown(f, words.empty)}`,
    rate: (f) =>
      `${named(f, words.cell)}: med satsen i de andre radene blir det ${wanted(f)}, men det står ${shown(f, words.empty)}`,
    balance: (f) =>
      `${named(f, words.cell)}: fra det inngående blir det ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    parts: (f) =>
      `${named(f, words.cell)}: deltabellene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    overview: (f, against) =>
      `${named(f, words.cell)}: oversikten viser ${shown(f, words.empty)}, men tabellen ${against} gir ${wanted(f)}`,
    same: (f, against) =>
      `${named(f, words.cell)}: her står det ${shown(f, words.empty)}, men ${against} har ${wanted(f)} for det samme`,
    'row.missing': (f) =>
      `${named(f, words.cell)}: radene summerer til ${wanted(f)}, men det står ${shown(f, words.empty)}. Det samme mangler i de andre kolonnene (${namedValue(f, 'lacking0')} her, ${namedValue(f, 'lacking1')} i den neste)`,
    'row.duplicate': (f, against) => `${named(f, words.cell)}: raden har de samme tallene som ${against}`,
    shifted: (f) => {
      const row = quoted(f.detail.rowLabel);
      const figures = f.detail.texts['printed'] ?? '';
      if (f.cause !== 'shiftedColumn')
        return `Raden ${row}: tallene ${figures} hører til raden «${f.detail.against}»`;
      const { count, isOne, left } = moved(f);
      return `Raden ${row}: tallene ${figures} står forskjøvet ${isOne ? 'én kolonne' : `${count} kolonner`} ${left ? 'mot venstre' : 'mot høyre'}`;
    },
    'prose.change': (f, against) =>
      `Teksten sier ${f.printedText}, men tabellen ${against} viser en endring på ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.percent': (f, against) =>
      `Teksten sier ${f.printedText}, men tabellen ${against} gir ${wanted(f)} prosent for ${named(f, words.cell)}`,
    'prose.level': (f, against) =>
      `Teksten sier ${f.printedText}, men tabellen ${against} gir ${wanted(f)} prosent for ${named(f, words.cell)}`,
    'prose.within': (f) =>
      `Teksten sier ${f.printedText}, men fra ${namedValue(f, 'from')} til ${namedValue(f, 'to')} er det ${wanted(f)}`,
    'prose.amount': (f, against) =>
      `Teksten sier ${f.printedText}, men tabellen ${against} viser ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.same': (f, against) =>
      `Teksten sier ${f.printedText}, men ${against} sier ${wanted(f)} om det samme`,
    'prose.rest': (f) => `Teksten sier ${f.printedText}, men da er det igjen ${wanted(f)}${workedOut(f)}`,
    'prose.sum': (f) =>
      `Teksten sier ${f.printedText}, men punktene over summerer til ${wanted(f)}${workedOut(f)}`,
  },
  why: {
    sign: () => 'fortegnet er feil',
    transposed: (f) => `to siffer er byttet om (forskjellen ${difference(f)} er delelig med 9)`,
    digit: (f) => `ett siffer er feil (forskjellen er ${difference(f)})`,
    magnitude: () => 'tallet er i feil størrelsesorden',
    lostDigit: () => 'et siffer er falt ut eller kommet til',
    unexplained: (f) => `forskjellen er ${difference(f)}`,
    rounding: (f) => `forskjellen på ${difference(f)} kan komme av avrunding`,
    cutOff: () => 'desimalene er kuttet i stedet for avrundet',
    otherBase: (f) =>
      `prosenten er regnet av det nye tallet, ikke av det gamle (${namedValue(f, 'onNew')} prosent)`,
    signWord: () => 'ordet sier motsatt retning av tabellen',
    swapped: (f) => `tallet er byttet med «${f.detail.against}»`,
    shiftedRow: () => 'radene er forskjøvet',
    shiftedColumn: () => 'kolonnene er forskjøvet',
    missingRow: () => 'summen har trolig med en rad som ikke er trykt',
    duplicateRow: () => 'raden er tatt med to ganger',
    ownMembers: (f) =>
      `forskjellen på ${difference(f)} er det oversikten viser for ${listed(f)}, som tabellen ikke har`,
    consequence: () => 'følge av feilen over',
    meanOfMeans: () => 'det er regnet gjennomsnitt av gjennomsnittene',
  },
  corrected: (f) =>
    `${named(f, words.cell)}: blir ${wanted(f)} i stedet for ${shown(f, words.empty)} når feilen er rettet.`,
  row: (label) => `raden «${label}»`,
  goesOn: (isShift, told, more) =>
    `${isShift ? 'Det samme gjelder' : 'Feilen går videre til'} ${told}${more > 0 ? ` og ${more} til` : ''}.`,
};
