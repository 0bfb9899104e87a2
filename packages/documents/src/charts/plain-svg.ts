/**
 * The renderer's SVG made fit to stand anywhere: style attributes become presentation attributes, which a strict content security policy
 * lets through and a style sheet can override; ids carry the chart's own, so that two charts on a page do not share a hatch, and count from
 * one, so that the same chart gives the same bytes; no style sheet of its own, no scripts, no metadata.
 */
export function plainSvg(svg: string, id: string, inside: string): string {
  const names = new Map<string, string>();
  const own = (name: string): string => {
    const known = names.get(name) ?? `${id}-${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(
      /\s(?:class|pointer-events|baseProfile|version|ecmeta_[a-z_]+|xmlns:xlink|xml:space)="[^"]*"/g,
      '',
    )
    .replace(/\sstyle="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(/\sid="([^"]+)"/g, (_, name: string) => ` id="${own(name)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, name: string) => `url(#${own(name)})`)
    .replace(/href="#([^"]+)"/g, (_, name: string) => `href="#${own(name)}"`)
    .replace('</svg>', `${inside}</svg>`);
}

/** `font-size:12px;fill:#000` as attributes. White space is kept by what stands in it: no-break spaces. */
function presentation(style: string): string {
  return style
    .split(';')
    .map((part) => /^\s*([a-z-]+)\s*:\s*(.+?)\s*$/.exec(part))
    .flatMap((match) => {
      const [, name, value] = match ?? [];
      if (name === undefined || value === undefined || !kept.has(name)) return [];
      return [` ${name}="${value.replace(/^([\d.]+)px$/, '$1')}"`];
    })
    .join('');
}

const kept: ReadonlySet<string> = new Set([
  'fill',
  'stroke',
  'stroke-width',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-family',
  'font-weight',
  'dominant-baseline',
  'text-anchor',
]);
