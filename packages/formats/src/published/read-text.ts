import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { ReadProblem } from './read-problem.ts';
import { type Block, blocksOf, linesOf } from './table-lines.ts';

const limitLine = 200_000;

/** Markdown or plain text → blocks with their lines, or why not. */
export function readText(bytes: Uint8Array): Result<readonly Block[], ReadProblem> {
  const text = decodeText(bytes);
  if (text === null) return fail({ code: 'published.notUtf8' });
  if (text.trim() === '') return fail({ code: 'published.empty' });
  const lines = linesOf(text);
  const long = lines.find((line) => line.text.length > limitLine);
  if (long !== undefined) return fail({ code: 'published.lineTooLong', line: long.line });
  return ok(blocksOf(lines));
}

/** UTF-8 first, with or without its mark; UTF-16 by its mark; else Windows-1252, which most old exports are. Null for control characters. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
      return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
      return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const control = [...text.slice(0, 4000)].filter((sign) => sign < ' ' && !/\s/.test(sign)).length;
    return control > 0 ? null : text;
  }
}
