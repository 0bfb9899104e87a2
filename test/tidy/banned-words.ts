import { type Files, type Finding, isCode, isTest, isTidy, lineAt, withoutComments } from './source-files.ts';

type Ban = {
  readonly word: RegExp;
  readonly where: (path: string) => boolean;
  readonly why: string;
  readonly instead: string;
  /** Files that may, and why. */
  readonly except?: { readonly [file: string]: string };
};

const inCore = (path: string): boolean => path.startsWith('packages/core/') && !isTest(path);
const inPackages = (path: string): boolean => path.startsWith('packages/') && !isTest(path);

/** React Router and Vite read these by their default export; nobody imports them by name. */
const isRouterFile = (path: string): boolean =>
  /^packages\/web\/(?:src\/(?:routes\/|routes\.ts|root\.tsx|entry\.)|[a-z-]+\.config\.ts)/.test(path);

/** Few, each with its reason. A new one comes after a bug, not before. */
export const bans: readonly Ban[] = [
  {
    word: /\bDate\.now\b|\bperformance\.now\b|\bnew Date\b/g,
    where: inCore,
    why: 'core has no clock: the same model gives the same figures tomorrow',
    instead: 'take the day as an argument (Day)',
  },
  {
    word: /\bMath\.random\b/g,
    where: inCore,
    why: 'the same model gives the same figures every time',
    instead: 'take what is random as an argument',
  },
  {
    word: /\.toFixed\b/g,
    where: inPackages,
    why: 'it rounds a float, and 1.005 becomes 1.00',
    instead: 'use formatKroner, formatCount or roundToOre',
  },
  {
    word: /\bparseFloat\b/g,
    where: inPackages,
    why: 'it reads «12,5» as 12 and «1 234» as 1, and says nothing',
    instead: 'use parseKroner or parseFraction',
  },
  {
    word: /\bNumber\([^)]*?(?:Ore\b|\bore\b|\bamount|\bkroner|\btotal)/gi,
    where: inPackages,
    why: 'an amount is a bigint of øre; a float loses the last øre of the large ones',
    instead: 'stay in bigint, or in Fraction',
    except: {
      'packages/core/src/present/present.ts':
        'the network flow works on less than one unit of measure, which a test holds below 2^53',
      'packages/documents/src/xlsx/excel-number.ts':
        'a spreadsheet holds kroner as numbers; 15 digits have one nearest double that rounds back to the øre',
    },
  },
  {
    word: /\.only\(/g,
    where: (path) => isTest(path),
    why: 'every other test is silently left out',
    instead: 'take it away before committing',
  },
  {
    word: /\bconsole\./g,
    where: (path) => inPackages(path) && !path.startsWith('packages/cli/'),
    why: 'a library that prints spoils --json and leaks figures to logs',
    instead: 'give the value back, and let the command line print it',
  },
  {
    word: /\bexport default\b/g,
    where: (path) => inPackages(path) && !isRouterFile(path),
    why: 'a name that every importer chooses cannot be searched for',
    instead: 'export it by name',
  },
];

/** Longer than this is more than one thing. A test may be longer: a table of cases is one thing. */
const mostLines = (path: string): number => (isTest(path) ? 600 : 450);

/** Paths of one machine and hosts of one network: they are in nobody else's checkout. */
const machine =
  /(?<![\w.:/-])\/(?:work|tmp|root|home)\/|\bregistry\.[a-z-]+\.[a-z]+|\bartifactory\b|\bverdaccio\b/gi;

export function bannedWords(files: Files): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    if (isTidy(file)) continue;
    if (isCode(file)) {
      const code = withoutComments(text);
      for (const { word, where, why, instead, except } of bans) {
        if (!where(file) || except?.[file] !== undefined) continue;
        for (const match of code.matchAll(word))
          findings.push({
            file,
            line: lineAt(code, match.index),
            sentence: `«${match[0]}»: ${why}; ${instead}`,
          });
      }
      const lines = text.split('\n').length - 1;
      const most = mostLines(file);
      if (lines > most)
        findings.push({
          file,
          line: most,
          sentence: `${lines} lines; ${most} is the most, so divide it by what its parts are for`,
        });
    }
    for (const match of text.matchAll(machine))
      findings.push({
        file,
        line: lineAt(text, match.index),
        sentence: `«${match[0]}» is in nobody else's checkout; write a path from the root`,
      });
  }
  return findings;
}
