/** How wide letters are, in thousandths of the size: the metrics of Calibri, which Carlito shares; 226 is a space. */
type Widths = readonly (readonly [width: number, letters: string])[];

const regular: Widths = [
  [221, "'"],
  [229, 'il'],
  [239, 'j'],
  [250, ',‘’'],
  [252, '.I·'],
  [268, ':;'],
  [291, '`'],
  [303, '()'],
  [305, 'f'],
  [306, '-'],
  [307, '[]'],
  [314, '{}'],
  [319, 'J'],
  [326, '!'],
  [335, 't'],
  [339, '°'],
  [349, 'r'],
  [386, '/\\'],
  [391, 's'],
  [395, 'z'],
  [401, '"'],
  [418, '“”„'],
  [420, 'L'],
  [423, 'c'],
  [433, 'x'],
  [452, 'v'],
  [453, 'y'],
  [455, 'k'],
  [459, 'FS'],
  [460, '|'],
  [463, '?'],
  [468, 'Z'],
  [471, 'g'],
  [479, 'a'],
  [487, 'TY'],
  [488, 'E'],
  [498, '#*+<=>^_e~•–−§×÷±'],
  [507, '$0123456789£¥'],
  [512, '«»'],
  [517, 'P'],
  [519, 'X'],
  [520, 'K'],
  [525, 'bdhnpquðþŋ'],
  [527, 'oß'],
  [529, 'ø'],
  [533, 'C'],
  [543, 'R'],
  [544, 'B'],
  [550, 'µ'],
  [552, 'đ'],
  [567, 'V'],
  [579, 'A'],
  [586, '¶'],
  [615, 'D'],
  [623, 'H'],
  [625, 'Đ'],
  [628, 'Ŋ'],
  [631, 'G'],
  [636, '¼'],
  [642, 'U'],
  [646, 'N'],
  [662, 'O'],
  [664, 'Ø'],
  [671, '½'],
  [673, 'Q'],
  [675, '¾'],
  [682, '&'],
  [690, '…'],
  [715, '%w'],
  [763, 'Æ'],
  [773, 'æ'],
  [799, 'm'],
  [834, '©'],
  [855, 'M'],
  [890, 'W'],
  [894, '@'],
  [905, '—'],
];

const bold: Widths = [
  [233, "'"],
  [246, 'il'],
  [255, 'j'],
  [258, ',‘’'],
  [267, '.I'],
  [268, '·'],
  [276, ':;'],
  [300, '`'],
  [306, '-'],
  [312, '()'],
  [316, 'f'],
  [325, '[]'],
  [326, '!'],
  [331, 'J'],
  [342, '°'],
  [344, '{}'],
  [347, 't'],
  [355, 'r'],
  [397, 'z'],
  [399, 's'],
  [418, 'c'],
  [423, 'L'],
  [430, '/\\'],
  [435, '“”„'],
  [438, '"'],
  [459, 'Fx'],
  [463, '?'],
  [473, 'Sv'],
  [474, 'gy'],
  [475, '|'],
  [478, 'Z'],
  [480, 'k'],
  [488, 'E'],
  [494, 'a'],
  [495, 'T'],
  [498, '#*+<=>^_~•–−§×÷±'],
  [503, 'e'],
  [507, '$0123456789£¥'],
  [520, 'Y'],
  [529, 'C'],
  [532, 'P'],
  [537, 'bdhnpquðþŋ'],
  [538, 'o'],
  [539, '«»'],
  [544, 'ø'],
  [547, 'K'],
  [551, 'X'],
  [555, 'ß'],
  [561, 'B'],
  [563, 'Rµ'],
  [569, 'đ'],
  [591, 'V'],
  [598, '¶'],
  [606, 'A'],
  [630, 'D'],
  [631, 'H'],
  [637, 'G'],
  [639, 'Đ'],
  [641, 'Ŋ'],
  [653, 'U'],
  [658, '¼'],
  [659, 'N'],
  [676, 'O'],
  [681, 'Ø'],
  [686, 'Q'],
  [691, '½'],
  [702, '¾'],
  [705, '&'],
  [711, '…'],
  [729, '%'],
  [745, 'w'],
  [775, 'Ææ'],
  [813, 'm'],
  [834, '©'],
  [874, 'M'],
  [898, '@'],
  [905, '—'],
  [906, 'W'],
];

const space = 226;
/** A letter that stands in neither table. */
const other = 600;
/** Georgia, of the headings, beside Calibri; its letters are drawn wider. */
const serifWider = { regular: 1.14, bold: 1.22 };

const mapOf = (widths: Widths): ReadonlyMap<string, number> =>
  new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
const tables = { regular: mapOf(regular), bold: mapOf(bold) };

export type Type = { readonly pt: number; readonly isBold: boolean; readonly isSerif: boolean };

/** A letter's width in points; one with a mark above it is as wide as without. */
function letterWidth(letter: string, weight: 'regular' | 'bold'): number {
  const table = tables[weight];
  return /\s/.test(letter)
    ? space
    : (table.get(letter) ?? table.get(letter.normalize('NFD').charAt(0)) ?? other);
}

/** How wide a text is in points. */
export function textWidth(text: string, { pt, isBold, isSerif }: Type): number {
  const weight = isBold ? 'bold' : 'regular';
  let width = 0;
  for (const letter of text) width += letterWidth(letter, weight);
  return (width * pt * (isSerif ? serifWider[weight] : 1)) / 1000;
}

/** How high a line of this type is in points: Calibri's and Georgia's own. */
export const lineHeight = ({ pt, isSerif }: Type): number => pt * (isSerif ? 1.136 : 1.2207);
