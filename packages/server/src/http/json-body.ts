import type { ApiProblem } from '@samstyr/contract/api/problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';

const deepest = 40;

/**
 * Reads a JSON body strictly. What `JSON.parse` lets through in silence is refused: bytes that are no UTF-8, one key twice in an object,
 * and nesting deeper than any request has use for.
 */
export function readJson(bytes: Uint8Array): Result<unknown, ApiProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail({ code: 'api.notJson' });
  }
  // Before parsing: a parser that is stopped by depth is stopped too late.
  const problem = structureProblem(text);
  if (problem !== null) return fail(problem);
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return fail({ code: 'api.notJson' });
  }
}

/** One walk over the signs: how deep, and which keys each object has had. What is no JSON at all is left to the parser. */
function structureProblem(text: string): ApiProblem | null {
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = stringEnd(text, at);
      if (end === -1) return { code: 'api.notJson' };
      const keys = open.at(-1);
      if (isKey && keys) {
        const key = keyOf(text.slice(at, end + 1));
        if (key === null) return { code: 'api.notJson' };
        if (keys.has(key) || key === '__proto__') return { code: 'api.doubledKey', key: key.slice(0, 80) };
        keys.add(key);
        isKey = false;
      }
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      if (open.length > deepest) return { code: 'api.tooDeep', limit: deepest };
      isKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      open.pop();
      isKey = false;
    } else if (sign === ',') isKey = open.at(-1) instanceof Set;
  }
  return null;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** Two ways of writing one key are one key. */
function keyOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}
