import { posix } from 'node:path';
import { type Files, type Finding, isCode, isTest, lineAt, withoutComments } from './source-files.ts';

const exact = ['core/money', 'core/fraction', 'core/period', 'core/result'] as const;
const rows = [...exact, 'core/model', 'core/key', 'core/register'] as const;
const budget = [...rows, 'core/allocation', 'core/cooperation', 'core/budget'] as const;

/**
 * Which area of core may import which. Packages and areas point at what they rest on; an arrow that is not here does not exist. A new area
 * is added here, in the place its arrows give it.
 */
export const coreAreas: { readonly [area: string]: readonly string[] } = {
  'core/money': [],
  'core/result': [],
  'core/period': [],
  'core/fraction': ['core/money', 'core/result'],
  // A key is a cell of a row and reads rows of registers: the two know each other, and are told so in `mutual`.
  'core/model': [...exact, 'core/key'],
  'core/key': [...exact, 'core/model', 'core/register'],
  'core/register': [...exact, 'core/model'],
  'core/allocation': [...exact, 'core/model'],
  // Ties are broken by kommunenummer, and the rule for it stands in allocation.
  'core/cooperation': [...rows, 'core/allocation'],
  'core/budget': [...rows, 'core/allocation', 'core/cooperation'],
  'core/plan': budget,
  'core/roll': [...budget, 'core/plan', 'core/scenario'],
  'core/scenario': budget,
  'core/explain': budget,
  'core/fit': budget,
  'core/setup': rows,
  'core/present': budget,
  'core/disclosure': [...budget, 'core/present'],
  'core/control': [...budget, 'core/explain', 'core/fit', 'core/present', 'core/disclosure'],
  // A command is held to every rule of the model, and among them is that no amount is a thousand times its neighbours.
  'core/command': [...budget, 'core/scenario', 'core/control'],
};

/** Two areas that import each other; every other circle is refused. */
export const mutual: readonly (readonly [string, string])[] = [['core/model', 'core/key']];

/** Which package may import which, and whether it may see Node. */
export const packages: {
  readonly [name: string]: { readonly from: readonly string[]; readonly node: boolean };
} = {
  core: { from: [], node: false },
  contract: { from: ['core'], node: false },
  formats: { from: ['core', 'contract'], node: true },
  documents: { from: ['core', 'contract'], node: true },
  server: { from: ['core', 'contract', 'formats', 'documents'], node: true },
  cli: { from: ['core', 'contract', 'formats', 'documents', 'server'], node: true },
  web: { from: ['core', 'contract', 'documents'], node: false },
};

const imported = /(?<=[\s}*])from\s+['"]([^'"]+)['"]|(?<![\w'"])import\s*\(?\s*['"]([^'"]+)['"]/g;

type Place = { readonly name: string; readonly area: string | null };

/** `packages/core/src/money/ore.ts` is `core`, area `core/money`. */
function placeOf(path: string): Place | null {
  const match = /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(path);
  if (match === null) return null;
  const [, name = '', folder] = match;
  return { name, area: folder === undefined ? null : `${name}/${folder}` };
}

/** Imports against the arrows. Tests beside the code may use any area of their own package, never another package it may not. */
export function wrongArrows(files: Files): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    const place = placeOf(file);
    if (place === null || !isCode(file)) continue;
    const code = withoutComments(text);
    for (const match of code.matchAll(imported)) {
      const sentence = refusal(file, place, match[1] ?? match[2] ?? '');
      if (sentence !== null) findings.push({ file, line: lineAt(code, match.index), sentence });
    }
  }
  return [...findings, ...circles()];
}

function refusal(file: string, place: Place, name: string): string | null {
  const own = packages[place.name];
  if (own === undefined)
    return `the package ${place.name} is not in the table of test/tidy/arrows.ts; add it with what it may import`;
  if (name.startsWith('node:') && !own.node && !isTest(file))
    return `${place.name} may not see Node (${name}); take what is needed as an argument`;
  if (name.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), name));
    const other = placeOf(target);
    if (other === null || other.name !== place.name)
      return `${name} leaves the package; import @samstyr/… by its name`;
    return areaRefusal(file, place.area, other.area);
  }
  const workspace = /^@samstyr\/([^/]+)/.exec(name)?.[1];
  if (workspace === undefined)
    return place.name === 'core' && !isTest(file)
      ? `core has no dependencies (${name}); write it, or take it as an argument`
      : null;
  return own.from.includes(workspace)
    ? null
    : `${place.name} imports ${name}; ${place.name} may import: ${own.from.join(', ') || 'nothing'}`;
}

function areaRefusal(file: string, from: string | null, to: string | null): string | null {
  if (from === null || to === null || from === to || !from.startsWith('core/') || isTest(file)) return null;
  const allowed = coreAreas[from];
  if (allowed === undefined)
    return `the area ${from} is not in the table of test/tidy/arrows.ts; add it with what it may import`;
  return allowed.includes(to)
    ? null
    : `${from} imports ${to}; ${from} may import: ${allowed.join(', ') || 'nothing'}`;
}

/** The table itself has no circles but those it says it has. */
function circles(): readonly Finding[] {
  const allowed = new Set(mutual.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (coreAreas[from] ?? []).some((next) => {
      if (allowed.has(`${from} ${next}`) || seen.has(next)) return false;
      seen.add(next);
      return next === to || reaches(next, to, seen);
    });
  return Object.keys(coreAreas).flatMap((area) =>
    reaches(area, area, new Set())
      ? [{ file: 'test/tidy/arrows.ts', line: 1, sentence: `${area} comes back to itself` }]
      : [],
  );
}
