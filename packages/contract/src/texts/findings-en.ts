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

const words = { cell: 'The cell', empty: 'empty', page: 'page', line: 'line', table: 'table' };

export const englishFindings: FindingTexts = {
  words,
  anotherTable: 'another table',
  solved: (f) =>
    `${named(f, words.cell)}: for ${quoted(f.detail.texts['solvedFrom'] ?? '')} to add up it must be ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
  what: {
    'sum.rows': (f) =>
      `${named(f, words.cell)}: the rows add up to ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
    'sum.columns': (f) =>
      `${named(f, words.cell)}: the columns add up to ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
    change: (f) =>
      `${named(f, words.cell)}: the change is ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
    'percent.use': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} is ${wanted(f)} per cent of ${namedValue(f, 'below')}, but it says ${shown(f, words.empty)}`,
    'percent.change': (f) =>
      `${named(f, words.cell)}: from ${namedValue(f, 'below')} to ${namedValue(f, 'above')} the change is ${wanted(f)} per cent, but it says ${shown(f, words.empty)}`,
    'percent.share': (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} is ${wanted(f)} per cent of ${namedValue(f, 'below')}, but it says ${shown(f, words.empty)}`,
    average: (f) =>
      `${named(f, words.cell)}: ${namedValue(f, 'above')} divided by ${namedValue(f, 'below')} is ${wanted(f)}, but it says ${shown(f, words.empty)}`,
    rate: (f) =>
      `${named(f, words.cell)}: by the rate of the other rows it is ${wanted(f)}, but it says ${shown(f, words.empty)}`,
    balance: (f) =>
      `${named(f, words.cell)}: from what it opens with it comes to ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
    parts: (f) =>
      `${named(f, words.cell)}: the parts add up to ${wanted(f)}${workedOut(f)}, but it says ${shown(f, words.empty)}`,
    overview: (f, against) =>
      `${named(f, words.cell)}: the overview shows ${shown(f, words.empty)}, but the table ${against} gives ${wanted(f)}`,
    same: (f, against) =>
      `${named(f, words.cell)}: here it says ${shown(f, words.empty)}, but ${against} has ${wanted(f)} for the same`,
    'row.missing': (f) =>
      `${named(f, words.cell)}: the rows add up to ${wanted(f)}, but it says ${shown(f, words.empty)}. As much is lacking in the other columns (${namedValue(f, 'lacking0')} here, ${namedValue(f, 'lacking1')} in the next)`,
    'row.duplicate': (f, against) => `${named(f, words.cell)}: the row has the same figures as ${against}`,
    shifted: (f) => {
      const row = quoted(f.detail.rowLabel);
      const figures = f.detail.texts['printed'] ?? '';
      if (f.cause !== 'shiftedColumn')
        return `The row ${row}: the figures ${figures} belong to the row «${f.detail.against}»`;
      const { count, isOne, left } = moved(f);
      return `The row ${row}: the figures ${figures} have slid ${isOne ? 'one column' : `${count} columns`} ${left ? 'to the left' : 'to the right'}`;
    },
    'prose.change': (f, against) =>
      `The text says ${f.printedText}, but the table ${against} shows a change of ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.percent': (f, against) =>
      `The text says ${f.printedText}, but the table ${against} gives ${wanted(f)} per cent for ${named(f, words.cell)}`,
    'prose.level': (f, against) =>
      `The text says ${f.printedText}, but the table ${against} gives ${wanted(f)} per cent for ${named(f, words.cell)}`,
    'prose.within': (f) =>
      `The text says ${f.printedText}, but from ${namedValue(f, 'from')} to ${namedValue(f, 'to')} it is ${wanted(f)}`,
    'prose.amount': (f, against) =>
      `The text says ${f.printedText}, but the table ${against} shows ${wanted(f)} for ${named(f, words.cell)}`,
    'prose.same': (f, against) =>
      `The text says ${f.printedText}, but ${against} says ${wanted(f)} of the same`,
    'prose.rest': (f) => `The text says ${f.printedText}, but what is left is ${wanted(f)}${workedOut(f)}`,
    'prose.sum': (f) =>
      `The text says ${f.printedText}, but the points above add up to ${wanted(f)}${workedOut(f)}`,
  },
  why: {
    sign: () => 'the sign is wrong',
    transposed: (f) => `two digits are swapped (the difference ${difference(f)} is divisible by 9)`,
    digit: (f) => `one digit is wrong (the difference is ${difference(f)})`,
    magnitude: () => 'the figure is of the wrong order of magnitude',
    lostDigit: () => 'a digit was lost or added',
    unexplained: (f) => `the difference is ${difference(f)}`,
    rounding: (f) => `the difference of ${difference(f)} may come from rounding`,
    cutOff: () => 'the decimals were cut and not rounded',
    otherBase: (f) =>
      `the per cent was worked out on the new figure, not the old one (${namedValue(f, 'onNew')} per cent)`,
    signWord: () => 'the word says the opposite of the table',
    swapped: (f) => `the figure is swapped with «${f.detail.against}»`,
    shiftedRow: () => 'the rows have slid',
    shiftedColumn: () => 'the columns have slid',
    missingRow: () => 'the sum probably has a row in it that is not printed',
    duplicateRow: () => 'the row is there twice',
    ownMembers: (f) =>
      `the difference of ${difference(f)} is what the overview shows for ${listed(f)}, which the table does not have`,
    consequence: () => 'follows from the error above',
    meanOfMeans: () => 'it is the mean of the means',
  },
  corrected: (f) =>
    `${named(f, words.cell)}: becomes ${wanted(f)} instead of ${shown(f, words.empty)} when the error is put right.`,
  row: (label) => `the row «${label}»`,
  goesOn: (isShift, told, more) =>
    `${isShift ? 'The same goes for' : 'The error goes on to'} ${told}${more > 0 ? ` and ${more} more` : ''}.`,
};
