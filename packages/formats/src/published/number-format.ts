/** How a workbook shows a number: how many decimals, as percent, in thousands, or as a date. */
export type NumberFormat = {
  readonly kind: 'general' | 'number' | 'date' | 'text';
  readonly decimals: number;
  readonly isPercent: boolean;
  /** Every comma after the last digit divides by a thousand: `#,##0,`. */
  readonly thousands: number;
};

const builtIn: { readonly [id: number]: string } = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  49: '@',
};

/** The format of a built-in id or a format code; the first section (positive numbers) decides. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const written = code ?? builtIn[id] ?? 'General';
  const section = written.split(';')[0] ?? '';
  const bare = section.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[[^\]]*\]/g, '');
  if (/general|standard/i.test(bare) || bare.trim() === '')
    return { kind: 'general', decimals: 0, isPercent: false, thousands: 0 };
  if (bare.includes('@')) return { kind: 'text', decimals: 0, isPercent: false, thousands: 0 };
  if (!/[0#?]/.test(bare) && /[ymdhs]/i.test(bare))
    return { kind: 'date', decimals: 0, isPercent: false, thousands: 0 };
  const decimals = /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
  const thousands = /[0#?](,+)(?![0#?])/.exec(bare)?.[1]?.length ?? 0;
  return { kind: 'number', decimals, isPercent: bare.includes('%'), thousands };
}

const noBreakSpace = '\u00a0';

/** A number as a Norwegian sees it in the workbook: `−1 234,50`, `12,5 %`, `01.02.2025`. `from1904` is the old Mac's first day. */
export function shownNumber(value: number, format: NumberFormat, from1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (format.kind === 'date') return shownDay(value, from1904);
  if (format.kind === 'text') return norwegian(plainDigits(value));
  if (format.kind === 'general') return norwegian(plainDigits(value));
  const scaled = (value * (format.isPercent ? 100 : 1)) / 1000 ** format.thousands;
  return `${norwegian(rounded(scaled, Math.min(format.decimals, 6)))}${format.isPercent ? ' %' : ''}`;
}

/** Fifteen digits are what a workbook holds; what binary fractions add after them was never typed. */
function plainDigits(value: number): string {
  const short = Number(value.toPrecision(15));
  return rounded(short, Math.min(6, decimalsOf(short)));
}

function decimalsOf(value: number): number {
  const text = `${value}`;
  if (/e-/.test(text)) return 6;
  return text.split('.')[1]?.length ?? 0;
}

function rounded(value: number, decimals: number): string {
  // A half is rounded away from zero, as the workbook shows it; 1.005 is held as a little less, and fifteen digits mend that.
  const digits = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(Number(value.toPrecision(15)));
  return /^-0(?:\.0*)?$/.test(digits) ? digits.slice(1) : digits;
}

function norwegian(digits: string): string {
  const [whole = '0', decimals] = digits.split('.');
  const isBare = decimals === undefined && /^\d{4}$/.test(whole);
  const grouped = isBare ? whole : whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace);
  return `${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

function shownDay(value: number, from1904: boolean): string {
  // 25569 days lie between 30 December 1899 and 1 January 1970; the old Mac counts from 1 January 1904, 1462 days later.
  const days = Math.floor(value) + (from1904 ? 1462 : 0) - 25569;
  const day = new Date(days * 86_400_000);
  if (Number.isNaN(day.getTime())) return '';
  const [year, month, date] = day.toISOString().slice(0, 10).split('-');
  return `${date}.${month}.${year}`;
}
