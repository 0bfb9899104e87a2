import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const types: { readonly [extension: string]: string } = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * What the browser loads, read once and packed once: no path of a request reaches the disk. Names under `assets` hold the hash of their
 * content, and are kept a year.
 */
export function addStaticFiles(app: FastifyInstance, folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const content = readFileSync(path);
    const packed = type === 'font/woff2' ? null : gzipSync(content, { level: 9 });
    const cache = address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.get(address, (request, reply) => {
      reply.type(type).headers({
        'Cache-Control': cache,
        'Content-Security-Policy': "default-src 'none'",
        Vary: 'Accept-Encoding',
      });
      return packed !== null && takesGzip(request.headers['accept-encoding'])
        ? reply.header('Content-Encoding', 'gzip').send(packed)
        : reply.send(content);
    });
  }
}

export const takesGzip = (accepted: string | readonly string[] | undefined): boolean =>
  /\bgzip\b/.test(`${accepted ?? ''}`);
