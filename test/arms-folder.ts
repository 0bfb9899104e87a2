import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';
import { smallFolder } from './small-folder.ts';

/** Drawings made for the tests, of municipalities that do not exist. */
export const nordvikArms = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 84 100" width="84" height="100">
  <title>Nordvik</title>
  <defs><clipPath id="skjold"><path d="M4 4h76v50c0 22-16 34-38 42C20 88 4 76 4 54z"/></clipPath></defs>
  <g clip-path="url(#skjold)">
    <rect width="84" height="100" fill="#1D4E6B"/>
    <path d="M0 62l14-8 14 8 14-8 14 8 14-8 14 8v12l-14-8-14 8-14-8-14 8-14-8-14 8z" fill="#FFFFFF"/>
    <circle cx="42" cy="30" r="11" fill="#FFFFFF"/>
  </g>
</svg>
`;

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
};

/** A PNG of a shield in two colours, split from corner to corner. */
export function midtdalArms(width = 84, height = 100): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: Math.min(height, 100) }, (_, y) =>
    Buffer.concat([
      Buffer.from([0]),
      ...Array.from({ length: Math.min(width, 84) }, (__, x) =>
        Buffer.from(x * height > y * width ? [0x7a, 0x1f, 0x2b] : [0xe8, 0xd9, 0x9a]),
      ),
    ]),
  );
  const bytes = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(bytes));
}

const appearances = `appearances:
  - id: nordvik
    party: nordvik
    colour: "#7A1F2B"
    arms: arms/nordvik.svg
  - id: midtdal
    party: midtdal
    arms: arms/midtdal.png
`;

const madeUp = (text: string): string =>
  text
    .replace(/oslo/g, 'nordvik')
    .replace(/Oslo/g, 'Nordvik')
    .replace(/selbu/g, 'midtdal')
    .replace(/Selbu/g, 'Midtdal')
    .replace(/tydal/g, 'lillevatn')
    .replace(/Tydal/g, 'Lillevatn')
    .replace(/\b(?:0301|5032|5033)\b/g, (number) => `99${number.slice(2)}`)
    .replace(/fjordregionen/g, 'vatnregionen')
    .replace(/Fjordregionen/g, 'Vatnregionen')
    .replace(/^registers:/m, `${appearances}registers:`);

/** The small folder with municipalities that do not exist: one with a colour and an SVG, one with a PNG, one with neither. */
export function armsFiles(
  edits: { readonly [path: string]: string | Uint8Array | ((before: string) => string) } = {},
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(
    Object.entries(smallFolder).map(([path, text]) => [path, new TextEncoder().encode(madeUp(text))]),
  );
  files.set('arms/nordvik.svg', new TextEncoder().encode(nordvikArms));
  files.set('arms/midtdal.png', midtdalArms());
  for (const [path, edit] of Object.entries(edits)) {
    const before = new TextDecoder().decode(files.get(path));
    const after = typeof edit === 'function' ? edit(before) : edit;
    files.set(path, typeof after === 'string' ? new TextEncoder().encode(after) : after);
  }
  return files;
}
