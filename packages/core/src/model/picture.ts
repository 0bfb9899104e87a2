import { fromBase64 } from './base64.ts';
import { type SvgFault, svgFault } from './svg.ts';

/** What is wrong with a picture of the folder; `text` is what was found, as it stands in the file. */
export type PictureFault =
  | { readonly fault: 'name' }
  | { readonly fault: 'tooLarge'; readonly bytes: number; readonly maximum: number }
  | { readonly fault: 'notPng' }
  | {
      readonly fault: 'tooManyPixels';
      readonly width: number;
      readonly height: number;
      readonly maximum: number;
    }
  | SvgFault;

/** A coat of arms is a drawing of a few shapes; what is larger is a photograph or something else. */
export const maximumPictureBytes = 200_000;
/** On either side: 14 mm in print at the finest need no more, and a small file may claim a picture of any size. */
const maximumPixels = 4000;

const pathOf = /^arms\/[a-z0-9]+(?:[-.][a-z0-9]+)*\.(svg|png)$/;

/** Whether a path is one a picture may have: `arms/selbu.svg`. */
export const isPicturePath = (path: string): boolean => path.length <= 200 && pathOf.test(path);

/** How many bytes a text is in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What is wrong with a picture: its path, its size, or what its bytes are. Null: it may be shown. (S-ARMS-03 to S-ARMS-06) */
export function pictureFault(path: string, content: string): PictureFault | null {
  if (!isPicturePath(path)) return { fault: 'name' };
  const png = path.endsWith('.png') ? fromBase64(content) : null;
  if (path.endsWith('.png') && png === null) return { fault: 'notPng' };
  const bytes = png === null ? bytesOf(content) : png.length;
  if (bytes > maximumPictureBytes) return { fault: 'tooLarge', bytes, maximum: maximumPictureBytes };
  return png === null ? svgFault(content) : pngFault(png);
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG is its signature and chunk after chunk, header first, end last (ISO/IEC 15948); its size is in the header. */
function pngFault(bytes: Uint8Array): PictureFault | null {
  if (signature.some((byte, at) => bytes[at] !== byte)) return { fault: 'notPng' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const names: string[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    names.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += 12 + view.getUint32(at);
  }
  if (at !== bytes.length || names[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT'))
    return { fault: 'notPng' };
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return { fault: 'notPng' };
  return width > maximumPixels || height > maximumPixels
    ? { fault: 'tooManyPixels', width, height, maximum: maximumPixels }
    : null;
}

/** How wide a picture is for each height, as the file says; a picture that is checked has both. */
export function pictureRatio(path: string, content: string): number {
  const png = path.endsWith('.png') ? fromBase64(content) : null;
  if (png !== null) {
    const view = new DataView(png.buffer);
    return view.getUint32(16) / view.getUint32(20);
  }
  const [, , width = 1, height = 1] = (/\sviewBox\s*=\s*["']([^"']*)["']/.exec(content)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width / height;
}
