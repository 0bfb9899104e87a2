/** What is wrong with an SVG; `text` is what was found, cut short. */
export type SvgFault =
  | { readonly fault: 'notSvg' }
  | { readonly fault: 'noViewBox' }
  | { readonly fault: 'entity' }
  | { readonly fault: 'element' | 'attribute' | 'reference' | 'style'; readonly text: string }
  | { readonly fault: 'tooMany'; readonly elements: number; readonly maximum: number };

/** Shapes, and how they are filled. No words (their font is not here), no pictures, no links, no copies of copies, nothing that moves. */
const elements = new Set(
  'svg g defs title desc path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask'.split(
    ' ',
  ),
);

const attributes = new Set(
  (
    'xmlns xmlns:xlink xlink:href href version baseProfile id class viewBox preserveAspectRatio x y width height cx cy r rx ry x1 y1 x2 y2 fx fy d points pathLength transform ' +
    'fill fill-opacity fill-rule clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits mask-type opacity stroke stroke-width stroke-opacity stroke-linecap ' +
    'stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset color display visibility overflow enable-background offset stop-color stop-opacity gradientUnits ' +
    'gradientTransform spreadMethod style xml:space role aria-label aria-labelledby aria-hidden'
  ).split(' '),
);

const names: { readonly [attribute: string]: string } = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

const maximumElements = 5000;
const maximumDepth = 60;
const excerpt = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);

const token =
  /<!--(?:(?!--)[\s\S])*-->|<\/([A-Za-z][\w.:-]*)\s*>|<([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** An XML declaration that says UTF-8 or nothing. */
const declaration =
  /^\uFEFF?(?:<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-8["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>)?/i;

/**
 * What is wrong with an SVG that is to stand in a document: it may hold shapes and their colours and nothing else, so that there is nothing
 * in it to run, to fetch or to unfold. It is held against a list of what is good and refused as a whole, never mended. (S-ARMS-05)
 */
export function svgFault(text: string): SvgFault | null {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return { fault: 'entity' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) return { fault: 'notSvg' };
  const open: string[] = [];
  let count = 0;
  const reader = new RegExp(token);
  reader.lastIndex = declaration.exec(text)?.[0].length ?? 0;
  while (reader.lastIndex < text.length) {
    const found = reader.exec(text);
    if (found === null) return { fault: 'notSvg' };
    const [, closed, opened, given = '', selfClosed, words] = found;
    if (words !== undefined) {
      const fault = wordsFault(words, open);
      if (fault !== null) return fault;
    } else if (closed !== undefined) {
      if (open.pop() !== closed) return { fault: 'notSvg' };
    } else if (opened !== undefined) {
      count += 1;
      if (count === 1 ? opened !== 'svg' : open.length === 0) return { fault: 'notSvg' };
      const fault = elementFault(opened, given, count === 1);
      if (fault !== null) return fault;
      if (selfClosed === '') open.push(opened);
      if (count > maximumElements || open.length > maximumDepth)
        return { fault: 'tooMany', elements: count, maximum: maximumElements };
    }
  }
  return open.length === 0 && count > 0 ? null : { fault: 'notSvg' };
}

const knownEntity = /&(?:amp|lt|gt|quot|apos);/g;

function wordsFault(words: string, open: readonly string[]): SvgFault | null {
  if (words.replace(knownEntity, '').includes('&')) return { fault: 'entity' };
  const inside = open.at(-1);
  if (words.trim() === '' || inside === 'title' || inside === 'desc') return null;
  return { fault: 'notSvg' };
}

function elementFault(element: string, given: string, isRoot: boolean): SvgFault | null {
  if (!elements.has(element)) return { fault: 'element', text: excerpt(`<${element}>`) };
  const seen = new Map<string, string>();
  for (const [, name = '', double, single] of given.matchAll(attribute)) {
    const value = double ?? single ?? '';
    if (seen.has(name)) return { fault: 'notSvg' };
    seen.set(name, value);
    const fault = attributeFault(name, value);
    if (fault !== null) return fault;
  }
  if (!isRoot) return null;
  if (seen.get('xmlns') !== names['xmlns']) return { fault: 'notSvg' };
  const box = (seen.get('viewBox') ?? '').trim().split(/[\s,]+/);
  const [, , width = '', height = ''] = box;
  const isSize = (size: string): boolean => /^\d{1,7}(?:\.\d+)?$/.test(size) && /[1-9]/.test(size);
  return box.length === 4 && isSize(width) && isSize(height) ? null : { fault: 'noViewBox' };
}

function attributeFault(name: string, value: string): SvgFault | null {
  if (!attributes.has(name)) return { fault: 'attribute', text: excerpt(`${name}="${value}"`) };
  const said = excerpt(`${name}="${value}"`);
  if (value.includes('&')) return { fault: 'entity' };
  if (name in names) return value === names[name] ? null : { fault: 'attribute', text: said };
  if (name.endsWith('href')) return /^#[\w.-]+$/.test(value) ? null : { fault: 'reference', text: said };
  if (/^(?:id|class|aria-label|aria-labelledby|role)$/.test(name)) return null;
  // A value may point at a part of the same drawing; a backslash could hide what it says.
  const plain = value.replace(/url\(\s*(['"]?)#[\w.-]+\1\s*\)/g, '');
  if (/url|:\s*\/\/|data:|javascript/i.test(plain)) return { fault: 'reference', text: said };
  if (
    name === 'style' &&
    /[\\@<]|\/\*|expression|behavior|-moz-|import|var\(|attr\(|position|font|filter|animation|transition/i.test(
      plain,
    )
  )
    return { fault: 'style', text: said };
  return null;
}
