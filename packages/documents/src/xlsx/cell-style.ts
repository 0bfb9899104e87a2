import type { Borders, Fill, Font, Style } from 'exceljs';

const ink = 'FF14242E';
const rule = 'FFC8D0D5';

export const colours = {
  ink,
  rule,
  muted: 'FF566570',
  petrol: 'FF14506B',
  tint: 'FFF1F5F6',
  grey: 'FFE6EBEE',
  yellow: 'FFFFF4CC',
  blue: 'FF1F3FBF',
};

const font = (more: Partial<Font>): Partial<Font> => ({
  name: 'Calibri',
  size: 10,
  color: { argb: ink },
  ...more,
});
export const fonts = {
  body: font({}),
  bold: font({ bold: true }),
  muted: font({ color: { argb: colours.muted } }),
  title: font({ name: 'Georgia', size: 18, bold: true }),
  caption: font({ bold: true, size: 11 }),
  change: font({ color: { argb: colours.blue } }),
  link: font({ color: { argb: colours.petrol }, underline: true }),
};

export const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

type Side = { readonly style: 'hair' | 'thin' | 'medium'; readonly color: { readonly argb: string } };
const line = (style: Side['style'], argb: string): Side => ({ style, color: { argb } });

/** Hairlines under rows, ink round sums: the same lines as on paper. */
export const borders = {
  head: { bottom: line('medium', ink) },
  group: { bottom: line('thin', ink) },
  row: { bottom: line('hair', rule) },
  groupSum: { top: line('thin', ink) },
  sum: { top: line('medium', ink), bottom: line('medium', ink) },
} satisfies { readonly [name: string]: Partial<Borders> };

/** Number formats: whole kroner, øre, percent points, counts. A reduction has U+2212; nothing has colour. */
export const formats = {
  kr: '#,##0;"−"#,##0;0',
  ore: '#,##0.00;"−"#,##0.00;0.00',
  percent: '0.0;"−"0.0;0.0',
  share: '0.00;"−"0.00;0.00',
  count: '#,##0;"−"#,##0;0',
  fine: '#,##0.0000;"−"#,##0.0000;0',
  part: '0%',
  year: '0',
} as const;

export type CellStyle = Partial<Style>;
