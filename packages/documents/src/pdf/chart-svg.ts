import type { ChartNode, DocumentTree } from '../tree/node.ts';
import { numberText } from '../tree/number-text.ts';
import { cleanText } from './pieces.ts';

const width = 627;
const rowHeight = 26;
const barHeight = 16;
const axisHeight = 22;
const letterWidth = 5.7;

const replaced: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => replaced[sign] ?? '');

/** In whole printed units, for lengths only. */
const sizeOf = (figure: string, { figures }: DocumentTree): number => {
  const found = figures.get(figure);
  if (found?.value == null) return 0;
  return Number(found.thousands ?? found.value.n / (found.value.d * 100_000n));
};

/** 1, 2 or 5 times a power of ten, so that there are three to seven intervals. */
function interval(span: number): number {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return power * ([1, 2, 5, 10].find((step) => rough <= step * power) ?? 10);
}

type Kind = 'up' | 'down' | 'total';
type Bar = { readonly from: number; readonly to: number; readonly kind: Kind };

const fills: { readonly [K in Kind]: string } = {
  up: 'fill="#1D4E6B"',
  down: 'fill="url(#h)" stroke="#8A5510" stroke-width="0.8"',
  total: 'fill="#14242E"',
};
const labelFills: { readonly [K in Kind]: string } = { up: '#14242E', down: '#8A5510', total: '#14242E' };

const one = (value: number): string => `${Math.round(value * 10) / 10}`;

/** A name on one line, or on two when it is long. */
function lines(name: string, most: number): readonly string[] {
  if (name.length <= most) return [name];
  const at = name.lastIndexOf(' ', most);
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** Horizontal waterfall: zero is last year's budget, every bar begins where the one above ends, the total begins at zero again. */
export function chartSvg(chart: ChartNode, tree: DocumentTree): string {
  const bars: Bar[] = [];
  let at = 0;
  for (const { figures, isTotal } of chart.bars) {
    const size = sizeOf(figures[0]?.figure ?? '', tree);
    const to = isTotal ? size : at + size;
    bars.push({ from: isTotal ? 0 : at, to, kind: isTotal ? 'total' : size < 0 ? 'down' : 'up' });
    at = to;
  }
  const low = Math.min(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const step = interval(high - low);
  const [first, last] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const most = 40;
  const longest = Math.max(...chart.bars.map(({ name }) => Math.min(most, name.length)));
  const left = Math.max(90, longest * letterWidth + 16);
  const plot = width - left - 58;
  const place = (value: number): number => left + ((value - first) / (last - first || 1)) * plot;
  const height = bars.length * rowHeight;
  const ticks: number[] = [];
  for (let tick = first; tick <= last; tick += step) ticks.push(tick);
  const grid = ticks.map(
    (tick) =>
      `<line x1="${one(place(tick))}" x2="${one(place(tick))}" y1="0" y2="${height}" stroke="${tick === 0 ? '#14242E' : '#E3E8EB'}" stroke-width="1"/>`,
  );
  const axis = ticks.map(
    (tick) =>
      `<text x="${one(place(tick))}" y="${height + 15}" font-size="10.5" fill="#566570" text-anchor="middle">${axisText(tick)}</text>`,
  );
  const rows = chart.bars.map((bar, nr) => {
    const { from, to, kind } = bars[nr] ?? { from: 0, to: 0, kind: 'up' as const };
    const [ref] = bar.figures;
    const figure = ref === undefined ? undefined : tree.figures.get(ref.figure);
    const label = ref === undefined || figure === undefined ? '' : numberText(figure, ref, tree.language);
    const top = nr * rowHeight + (rowHeight - barHeight) / 2;
    const middle = nr * rowHeight + rowHeight / 2 + 4;
    const weight = kind === 'total' ? ' font-weight="600"' : '';
    const name = lines(bar.name, most);
    const words = name.map(
      (line, lineNr) =>
        `<text x="0" y="${one(middle + (lineNr - (name.length - 1) / 2) * 12.5)}" font-size="12" fill="#14242E"${weight}>${escaped(line)}</text>`,
    );
    const join =
      nr === bars.length - 1
        ? ''
        : `<line x1="${one(place(to))}" x2="${one(place(to))}" y1="${top + barHeight}" y2="${top + rowHeight}" stroke="#566570" stroke-width="0.8"/>`;
    const shown = Math.max(1, Math.abs(place(to) - place(from)));
    return `${words.join('')}<rect x="${one(place(Math.min(from, to)))}" y="${top}" width="${one(shown)}" height="${barHeight}" ${fills[kind]}/>${join}<text x="${one(place(Math.max(from, to)) + 6)}" y="${middle}" font-size="12" fill="${labelFills[kind]}"${weight}>${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + axisHeight}" viewBox="0 0 ${width} ${height + axisHeight}" font-family="Source Sans 3"><defs><pattern id="h" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"><rect width="6" height="6" fill="#E2A24C"/><line x1="0" y1="0" x2="0" y2="6" stroke="#8A5510" stroke-width="2"/></pattern></defs>${grid.join('')}${rows.join('')}${axis.join('')}</svg>`;
}

const axisText = (tick: number): string =>
  `${tick < 0 ? '−' : ''}${`${Math.abs(Math.round(tick))}`.replace(/\B(?=(\d{3})+$)/g, '\u00a0')}`;
