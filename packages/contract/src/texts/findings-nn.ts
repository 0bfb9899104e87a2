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

const words = { cell: 'Cella', empty: 'tomt', page: 'side', line: 'linje', table: 'tabell' };

export const nynorskFindings: FindingTexts = {
  words,
  anotherTable: 'ein annan tabell',
  solved: (f) =>
    `${named(f, words.cell)}: skal ${quoted(f.detail.texts['solvedFrom'] ?? '')} stemme, må det stå ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
  what: {
    'sum.rows': (f) =>
      `${named(f, words.cell)}: radene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    'sum.columns': (f) =>
      `${named(f, words.cell)}: kolonnane summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    change: (f) =>
      `${named(f, words.cell)}: endringa blir ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    'percent.use': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} er ${wanted(f)} prosent av ${namedValue(f, 'below')}, men det står ${shown(f, words.empty)}`,
    'percent.change': (f) =>
      `${named(f, words.cell)}: frå ${namedValue(f, 'below')} til ${namedValue(f, 'above')} er endringa ${wanted(f)} prosent, men det står ${shown(f, words.empty)}`,
    'percent.share': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} er ${wanted(f)} prosent av ${namedValue(f, 'below')}, men det står ${shown(f, words.empty)}`,
    average: (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} delt på ${namedValue(f, 'below')} er ${wanted(f)}, men det står ${shown(f, words.empty)}`,
    rate: (f) =>
      `${named(f, words.cell)}: med satsen i dei andre radene blir det ${wanted(f)}, men det står ${shown(f, words.empty)}`,
    balance: (f) =>
      `${named(f, words.cell)}: frå det inngåande blir det ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    parts: (f) =>
      `${named(f, words.cell)}: deltabellane summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f, words.empty)}`,
    overview: (f, against) =>
      `${named(f, words.cell)}: oversikta viser ${shown(f, words.empty)}, men tabellen ${against} gir ${wanted(f)}`,
    same: (f, against) =>
      `${named(f, words.cell)}: her står det ${shown(f, words.empty)}, men ${against} har ${wanted(f)} for det same`,
    'row.missing': (f) =>
      `${named(f, words.cell)}: radene summerer til ${wanted(f)}, men det står ${shown(f, words.empty)}. Det same manglar i dei andre kolonnane (${namedValue(f, 'lacking0')} her, ${namedValue(f, 'lacking1')} i den neste)`,
    'row.duplicate': (f, against) => `${named(f, words.cell)}: rada har dei same tala som ${against}`,
    shifted: (f) => {
      const row = quoted(f.detail.rowLabel);
      const figures = f.detail.texts['printed'] ?? '';
      if (f.cause !== 'shiftedColumn')
        return `Rada ${row}: tala ${figures} høyrer til rada «${f.detail.against}»`;
      const { count, isOne, left } = moved(f);
      return `Rada ${row}: tala ${figures} står forskyvde ${isOne ? 'éi kolonne' : `${count} kolonnar`} ${left ? 'mot venstre' : 'mot høgre'}`;
    },
    'prose.change': (f, against) =>
      `Teksten seier ${f.printedText}, men tabellen ${against} viser ei endring på ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.percent': (f, against) =>
      `Teksten seier ${f.printedText}, men tabellen ${against} gir ${wanted(f)} prosent for ${named(f, words.cell)}`,
    'prose.level': (f, against) =>
      `Teksten seier ${f.printedText}, men tabellen ${against} gir ${wanted(f)} prosent for ${named(f, words.cell)}`,
    'prose.within': (f) =>
      `Teksten seier ${f.printedText}, men frå ${namedValue(f, 'from')} til ${namedValue(f, 'to')} er det ${wanted(f)}`,
    'prose.amount': (f, against) =>
      `Teksten seier ${f.printedText}, men tabellen ${against} viser ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.same': (f, against) =>
      `Teksten seier ${f.printedText}, men ${against} seier ${wanted(f)} om det same`,
    'prose.rest': (f) => `Teksten seier ${f.printedText}, men då er det att ${wanted(f)}${workedOut(f)}`,
    'prose.sum': (f) =>
      `Teksten seier ${f.printedText}, men punkta over summerer til ${wanted(f)}${workedOut(f)}`,
  },
  why: {
    sign: () => 'forteiknet er feil',
    transposed: (f) => `to siffer er bytte om (skilnaden ${difference(f)} er deleleg med 9)`,
    digit: (f) => `eitt siffer er feil (skilnaden er ${difference(f)})`,
    magnitude: () => 'talet er i feil storleiksorden',
    lostDigit: () => 'eit siffer har falle ut eller kome til',
    unexplained: (f) => `skilnaden er ${difference(f)}`,
    rounding: (f) => `skilnaden på ${difference(f)} kan kome av avrunding`,
    cutOff: () => 'desimalane er kutta i staden for avrunda',
    otherBase: (f) =>
      `prosenten er rekna av det nye talet, ikkje av det gamle (${namedValue(f, 'onNew')} prosent)`,
    signWord: () => 'ordet seier motsett retning av tabellen',
    swapped: (f) => `talet er bytt med «${f.detail.against}»`,
    shiftedRow: () => 'radene er forskyvde',
    shiftedColumn: () => 'kolonnane er forskyvde',
    missingRow: () => 'summen har truleg med ei rad som ikkje er trykt',
    duplicateRow: () => 'rada er teken med to gonger',
    ownMembers: (f) =>
      `skilnaden på ${difference(f)} er det oversikta viser for ${listed(f)}, som tabellen ikkje har`,
    consequence: () => 'følgje av feilen over',
    meanOfMeans: () => 'det er rekna gjennomsnitt av gjennomsnitta',
  },
  corrected: (f) =>
    `${named(f, words.cell)}: blir ${wanted(f)} i staden for ${shown(f, words.empty)} når feilen er retta.`,
  row: (label) => `rada «${label}»`,
  goesOn: (isShift, told, more) =>
    `${isShift ? 'Det same gjeld' : 'Feilen går vidare til'} ${told}${more > 0 ? ` og ${more} til` : ''}.`,
};
