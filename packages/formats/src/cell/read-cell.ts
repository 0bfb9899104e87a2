import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import type { Cell } from '@samstyr/contract/tables/column';
import { isSlug, slugFrom } from '@samstyr/core/model/slug';
import { parseKroner } from '@samstyr/core/money/kroner';
import { cleanText, excerpt } from './clean-text.ts';
import { parseDecimal, parseShare, readingsOf } from './number-text.ts';
import { readDay } from './read-day.ts';

/** Who a kommunenummer is, and who there is at all. Null where it stands: the parties could not be read, and nobody is refused. */
export type Parties = { readonly byNumber: ReadonlyMap<string, string>; readonly slugs: ReadonlySet<string> };

export type CellRead = { readonly value: unknown } | { readonly problem: FileProblem };
type In = { readonly column: string; readonly place: Place; readonly parties: Parties | null };

const exponent = /^[-+]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const unitWords = /(?:\b(?:tkr|mill|mrd|tusen)\b|1[ .\u00a0]?000[ \u00a0]?kr|k?NOK|€|\$)/i;

/** A cell's text as its column's value, or what is wrong with it. Empty cells, lists, keys and edits are handled by the caller. */
export function readCell(cell: Cell, raw: string, { column, place, parties }: In): CellRead {
  if (cell.kind === 'file') return { value: raw };
  const cleaned = cleanText(raw, column, place);
  if ('problem' in cleaned) return cleaned;
  const { text } = cleaned;
  const inCell = { place, column, text: excerpt(text) };
  switch (cell.kind) {
    case 'text':
      return { value: text.replace(/\s*[\n\t]\s*/g, ' ') };
    case 'prose':
      return { value: text };
    case 'slug':
      return readSlug(text, cell.segments, inCell);
    case 'reference':
      return cell.to === 'party' ? readParty(text, parties, inCell) : readSlug(text, 9, inCell);
    case 'digits':
      return readDigits(text, cell.length, inCell);
    case 'code':
      return exponent.test(text) ? { problem: { code: 'cell.exponent', ...inCell } } : { value: text };
    case 'colour':
      return /^#[0-9A-Fa-f]{6}$/.test(text)
        ? { value: text.toUpperCase() }
        : { problem: { code: 'cell.colour', ...inCell } };
    case 'day': {
      const read = readDay(text);
      return 'day' in read
        ? { value: read.day }
        : { problem: { code: 'cell.day', ...inCell, reason: read.problem } };
    }
    case 'year':
      return /^(?:19|20)\d{2}$/.test(text)
        ? { value: Number.parseInt(text, 10) }
        : { problem: { code: 'cell.year', ...inCell } };
    case 'integer':
      return /^\d{1,9}$/.test(text) && Number.parseInt(text, 10) >= cell.minimum
        ? { value: Number.parseInt(text, 10) }
        : { problem: { code: 'cell.integer', ...inCell, minimum: cell.minimum } };
    case 'flag':
      if (/^(?:yes|ja)$/i.test(text)) return { value: true };
      return /^(?:no|nei)$/i.test(text) ? { value: false } : { problem: { code: 'cell.flag', ...inCell } };
    case 'choice':
      return cell.choices.includes(text)
        ? { value: text }
        : { problem: { code: 'cell.choice', ...inCell, choices: cell.choices } };
    case 'decimal': {
      const read = parseDecimal(text);
      if ('value' in read) return read;
      const readings = read.problem === 'ambiguous' ? readingsOf(text) : [];
      return { problem: { code: 'cell.number', ...inCell, reason: read.problem, readings } };
    }
    case 'share': {
      const value = parseShare(text);
      return value === null ? { problem: { code: 'cell.share', ...inCell } } : { value };
    }
    case 'amount': {
      if (unitWords.test(text)) return { problem: { code: 'cell.thousands', ...inCell } };
      const read = parseKroner(text);
      if ('amount' in read) return { value: read.amount };
      const readings = read.problem === 'ambiguous' ? readingsOf(text.replace(/\s*kr\.?$/i, '')) : [];
      return { problem: { code: 'cell.amount', ...inCell, reason: read.problem, readings } };
    }
    case 'list':
    case 'key':
    case 'edits':
      throw new Error(`Invariant broken: a ${cell.kind} is not read as one text`);
  }
}

type InCell = { readonly place: Place; readonly column: string; readonly text: string };

function readSlug(text: string, segments: number, inCell: InCell): CellRead {
  if (isSlug(text, segments)) return { value: text };
  const suggestion = slugFrom(text);
  return {
    problem: {
      code: 'cell.slug',
      ...inCell,
      segments,
      suggestion: isSlug(suggestion, segments) ? suggestion : null,
    },
  };
}

/** A party by slug or by kommunenummer. Whether a slug has a row is the model's question; a number without one is never a new party. */
function readParty(text: string, parties: Parties | null, inCell: InCell): CellRead {
  if (parties === null) return { value: text };
  const { byNumber, slugs } = parties;
  if (slugs.has(text)) return { value: text };
  if (!/^\d+$/.test(text)) return readSlug(text, 1, inCell);
  const slug = byNumber.get(text);
  if (slug !== undefined) return { value: slug };
  const restored = text.length === 3 && byNumber.has(`0${text}`) ? `0${text}` : null;
  return { problem: { code: 'cell.unknownNumber', ...inCell, restored } };
}

/** A code that is one digit short has lost its leading zero in a spreadsheet; it is said, not put back by guess. */
function readDigits(text: string, length: number, inCell: InCell): CellRead {
  if (exponent.test(text)) return { problem: { code: 'cell.exponent', ...inCell } };
  if (/^\d+$/.test(text) && text.length === length) return { value: text };
  const restored = /^\d+$/.test(text) && text.length === length - 1 ? `0${text}` : null;
  return { problem: { code: 'cell.digits', ...inCell, length, restored } };
}
