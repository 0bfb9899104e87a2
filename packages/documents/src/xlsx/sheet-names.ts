const reserved = ['history'];
const longest = 31;

/** The first word, where every name begins with the same one («VR Legevakt», «VR NAV»): it tells nothing on a tab. */
function commonWord(names: readonly string[]): string {
  const [first = ''] = names[0]?.split(' ') ?? [];
  const isCommon = names.length > 1 && names.every((name) => name.startsWith(`${first} `));
  return isCommon ? `${first} ` : '';
}

/** Names without the word they all begin with. */
export function shortNames(names: readonly string[]): readonly string[] {
  const word = commonWord(names);
  return names.map((name) => name.slice(word.length));
}

/** Names a spreadsheet accepts for its sheets: at most 31 signs, none of `/ \ ? * [ ] :`, and no two alike. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(reserved);
  return names.map((name) => {
    const allowed =
      name
        .replace(/[/\\?*[\]:]/g, '-')
        .replace(/^'+|'+$/g, '')
        .trim() || '-';
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` (${number})`;
      const candidate = `${[...allowed].slice(0, longest - ending.length).join('')}${ending}`;
      if (taken.has(candidate.toLocaleLowerCase('nb'))) continue;
      taken.add(candidate.toLocaleLowerCase('nb'));
      return candidate;
    }
  });
}

/** A cell on another sheet, as formulas write it: `'Lønn-Regnskap'!C12`. */
export const placeOn = (sheet: string, address: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${address}`;
