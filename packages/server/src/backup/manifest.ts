import * as z from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const manifestTable = z.strictObject({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)),
  bytes: z.number().int().nonnegative(),
  sha256: digest,
});

const manifest = z.strictObject({
  format: z.literal(1),
  /** The number of the last migration of the database that was read. */
  schema: z.number().int().positive(),
  /** When the snapshot was taken, an instant in UTC. */
  made: z.iso.datetime(),
  /** Each cooperation's audit chain as it stood: what a printed head is compared with. */
  heads: z.array(
    z.strictObject({
      cooperation: z.string(),
      entries: z.string().regex(/^[0-9]+$/),
      /** Empty while nobody has changed anything. */
      hash: z.union([digest, z.literal('')]),
    }),
  ),
  tables: z.array(manifestTable),
});

export type ManifestTable = z.infer<typeof manifestTable>;
export type Manifest = z.infer<typeof manifest>;

/** The manifest in a line of JSON, or null where it is none. */
export function readManifest(line: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
