import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { editionOf } from '@samstyr/documents/publish/edition';
import { render } from '@samstyr/documents/publish/render';
import type { FastifyInstance } from 'fastify';
import { typeOf } from '../jobs/job-store.ts';
import type { Opened } from '../store/store.ts';
import { pagePolicy } from './page-policy.ts';

type Content = string | Uint8Array;

/** The newest year's joint budget of a cooperation as everybody may read it: its page and its files. Null: it cannot be published. */
export async function publicFiles(
  { index }: Opened,
  said: { readonly language: Language; readonly rounding: RoundingChoice },
): Promise<ReadonlyMap<string, Content> | null> {
  const year = Math.max(...index.model.version.map((version) => version.year));
  const edition = editionOf(index, { year, rounding: said.rounding, audience: 'public' });
  if (!edition.ok) return null;
  const files = new Map<string, Content>();
  for (const format of ['html', 'xlsx', 'data'] as const) {
    const made = await render(edition.value, format, { language: said.language, scope: { scope: 'full' } });
    if (!made.ok) return null;
    for (const [name, content] of made.value) files.set(name, content);
  }
  return files;
}

/** Serves what was made and nothing else, the page at `/`: no path reaches the disk. */
export function addFrontPage(app: FastifyInstance, files: ReadonlyMap<string, Content>): void {
  const front = [...files.keys()].find((name) => name.endsWith('.html')) ?? '';
  for (const [name, content] of files) {
    const policy =
      typeof content === 'string' && name.endsWith('.html') ? pagePolicy(content) : "default-src 'none'";
    const paths = name === front ? ['/', `/${name}`] : [`/${name}`];
    for (const path of paths)
      app.get(path, (_, reply) =>
        reply
          .header('Content-Security-Policy', policy)
          .type(typeOf(name))
          .send(typeof content === 'string' ? content : Buffer.from(content)),
      );
  }
}
