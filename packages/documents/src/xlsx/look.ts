import type { Fill, Font } from 'exceljs';

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const grey = 'FF5B6770';
const ink = 'FF14202B';

/** What the workbook looks like, in one place. */
export const look = {
  absent: fill('FFE6EBEE'),
  input: fill('FFFFF4CC'),
  sumColumn: fill('FFF2F5F6'),
  inputColour: 'FF1F4E9E',
  lineColour: { argb: 'FF6B7A85' },
  strongLine: { argb: ink },
  body: { name: 'Calibri', size: 10, color: { argb: ink } },
  bold: { name: 'Calibri', size: 10, bold: true, color: { argb: ink } },
  quiet: { name: 'Calibri', size: 10, color: { argb: grey } },
  section: { name: 'Calibri', size: 12, bold: true, color: { argb: ink } },
  title: { name: 'Georgia', size: 18, bold: true, color: { argb: ink } },
  link: { name: 'Calibri', size: 10, underline: true, color: { argb: 'FF14506B' } },
} as const satisfies Record<string, Fill | Partial<Font> | { argb: string } | string>;

/** Number formats; the sign of a reduction is a true minus. */
export const formats = {
  kroner: '#,##0;"−"#,##0;0',
  withOre: '#,##0.00;"−"#,##0.00;0.00',
  percent: '0.0;"−"0.0;0.0',
  share: '0.0###%',
  year: '0',
  count: '#,##0.########',
  exact: '#,##0.00;"−"#,##0.00;0.00',
} as const;
