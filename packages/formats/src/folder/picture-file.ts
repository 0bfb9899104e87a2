import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { fromBase64, toBase64 } from '@samstyr/core/model/base64';
import { maximumPictureBytes } from '@samstyr/core/model/picture';
import type { AssetRow } from '@samstyr/core/model/rows';
import type { RawRow } from './raw-row.ts';

/**
 * A picture of the folder as a row: its path and its bytes, whatever they are. Whether it may be shown is held against the model's own
 * rules, the same for a file and for an edit.
 */
export function readPicture(
  file: string,
  bytes: Uint8Array,
  report: (problem: FileProblem) => void,
): readonly RawRow[] {
  const place = { file, line: 1, column: 1 };
  if (bytes.length > maximumPictureBytes) {
    report({ code: 'file.tooLarge', place, bytes: bytes.length, maximum: maximumPictureBytes });
    return [];
  }
  const text = file.endsWith('.png') ? toBase64(bytes) : svgText(bytes);
  if (text === null) {
    report({ code: 'file.encoding', place, encoding: 'binary' });
    return [];
  }
  const cells = new Map([['content', { place, text, node: null }]]);
  return [{ table: 'asset', cells, lacks: new Set(), place, said: { id: file }, unit: null }];
}

/** The text of UTF-8 bytes with every sign kept; null when they are not UTF-8. */
function svgText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes a picture was read from. */
export const pictureBytes = ({ id, content }: AssetRow): Uint8Array =>
  (id.endsWith('.png') ? fromBase64(content) : null) ?? new TextEncoder().encode(content);
