import { createHash } from 'node:crypto';

/** A page may run the scripts and styles it was built with, and load nothing from anywhere. */
export function pagePolicy(html: string): string {
  const hashes = (tag: string): string =>
    [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ');
  return `default-src 'none'; img-src data:; style-src ${hashes('style') || "'none'"}; script-src ${hashes('script') || "'none'"}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
