const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...letters].map((letter, at) => [letter, at]));

/** Bytes as base64 (RFC 4648 section 4), with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    text += `${letters[group >> 18]}${letters[(group >> 12) & 63]}`;
    text += `${left > 1 ? letters[(group >> 6) & 63] : '='}${left > 2 ? letters[group & 63] : '='}`;
  }
  return text;
}

/** The bytes of a base64 text, or null when it is none. There is one text for each content: what another one says is refused. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    const group = [0, 1, 2, 3].reduce(
      (sum, next) => (sum << 6) | (values.get(text[at + next] ?? '') ?? 0),
      0,
    );
    for (const [next, byte] of [group >> 16, (group >> 8) & 255, group & 255].entries())
      if (out + next < bytes.length) bytes[out + next] = byte;
  }
  return toBase64(bytes) === text ? bytes : null;
}
