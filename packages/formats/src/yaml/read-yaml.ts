import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import { fail, type Result, unless } from '@samstyr/core/result/result';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

/** A YAML value with the place of everything in it. A scalar is always text: `0301` stays `0301`, `yes` stays `yes`. */
export type YamlNode =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly place: Place }
  | { readonly kind: 'fields'; readonly fields: readonly YamlField[]; readonly place: Place };

export type YamlField = { readonly name: string; readonly place: Place; readonly value: YamlNode };

const maximumDepth = 40;

/** Reads one YAML document of plain lists, fields and texts. What a reader could be surprised by is refused: anchors, tags, twins. */
export function readYaml(file: string, text: string): Result<YamlNode, FileProblem> {
  const lines = new LineCounter();
  const top: Place = { file, line: 1, column: 1 };
  const problems: FileProblem[] = [];
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (deepest(text) > maximumDepth) return fail({ code: 'yaml.syntax', place: top, reason: 'TOO_DEEP' });
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = Array.isArray(documents) ? documents : [];
  // What the parser says after its first error follows from it.
  const broken = document?.errors.find(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  if (broken !== undefined)
    return fail({ code: 'yaml.syntax', place: placeOf(broken.pos[0]), reason: broken.code });
  if (second !== undefined)
    problems.push({ code: 'yaml.syntax', place: placeOf(second.range?.[0] ?? 0), reason: 'MULTIPLE_DOCS' });

  function visit(node: unknown, fallback: Place): YamlNode {
    const { range, anchor, tag } = (node ?? {}) as Partial<Node & { anchor: string }>;
    const place = range ? placeOf(range[0]) : fallback;
    if (isAlias(node) || anchor !== undefined) problems.push({ code: 'yaml.anchor', place });
    if (tag !== undefined)
      problems.push({ code: 'yaml.tag', place, tag: tag.replace('tag:yaml.org,2002:', '!!') });
    if (isMap(node)) {
      const seen = new Set<string>();
      const fields = node.items.map(({ key, value }): YamlField => {
        const name = visit(key, place);
        const said = name.kind === 'text' ? name.text : '';
        if (name.kind !== 'text')
          problems.push({ code: 'yaml.shape', place: name.place, expected: 'text', name: null });
        else if (seen.has(said)) problems.push({ code: 'yaml.twice', place: name.place, name: said });
        seen.add(said);
        return { name: said, place: name.place, value: visit(value, name.place) };
      });
      return { kind: 'fields', fields, place };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => visit(item, place)), place };
    return { kind: 'text', text: isScalar(node) ? `${node.value ?? ''}` : '', place };
  }

  const root = visit(document?.contents, top);
  return unless(problems, () => root);
}

/** How deep brackets and indentation go: the parser recurses, and one line of 20 000 dashes would stop the program. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  const indentation = text.split('\n').map((line) => /^[ \t?-]*/.exec(line)?.[0].length ?? 0);
  return indentation.reduce((deep, columns) => Math.max(deep, Math.ceil(columns / 2)), most);
}
