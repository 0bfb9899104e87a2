// Recall and precision of the checker on the documents in test/published: each has a truth file with the errors planted in it.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';

const folder = join(root, 'test/published');
const out = join(root, '.cache/bench-check.mjs');
mkdirSync(join(root, '.cache'), { recursive: true });
await build({
  entryPoints: [join(root, 'packages/formats/src/published/check-bytes.ts')],
  outfile: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [
    {
      name: 'own-packages-inside',
      setup(builder) {
        builder.onResolve({ filter: /^@samstyr\// }, ({ path }) => {
          const [, own, file] = /^@samstyr\/([^/]+)\/(.+)$/.exec(path);
          return { path: join(root, 'packages', own, 'src', `${file}.ts`) };
        });
      },
    },
  ],
});
const { checkBytes } = await import(pathToFileURL(out).href);

const isAt = (place, { line, column }) =>
  place.line === line && (column === undefined || place.column === column);

/** Found when a cause is told at the place; a consequence told there does not count. */
function compare({ findings }, { errors }) {
  const causes = findings.filter(({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding');
  const found = errors.filter((error) => causes.some(({ place }) => isAt(place, error)));
  const named = errors.filter((error) =>
    causes.some(({ place, cause }) => isAt(place, error) && cause === error.cause),
  );
  const falseAlarms = causes.filter(({ place }) => !errors.some((error) => isAt(place, error)));
  return {
    errors: errors.length,
    found: found.length,
    named: named.length,
    falseAlarms,
    missed: errors.filter((e) => !found.includes(e)),
  };
}

const totals = { errors: 0, found: 0, named: 0, falseAlarms: 0 };
for (const file of readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort()) {
  const truth = JSON.parse(readFileSync(join(folder, file.replace(/\.[^.]+$/, '.truth.json')), 'utf8'));
  const started = performance.now();
  const result = checkBytes(readFileSync(join(folder, file)), file);
  const ms = Math.round(performance.now() - started);
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.problems)}`);
  const score = compare(result.value, truth);
  for (const key of ['errors', 'found', 'named']) totals[key] += score[key];
  totals.falseAlarms += score.falseAlarms.length;
  console.log(
    `${file}: ${score.found} of ${score.errors} found, ${score.named} with the right cause, ${score.falseAlarms.length} false alarms, ${ms} ms`,
  );
  for (const { line, rule, cause } of score.missed) console.log(`  missed: line ${line}, ${rule}, ${cause}`);
  for (const { sentence, place } of score.falseAlarms)
    console.log(`  false alarm: line ${place.line}: ${sentence}`);
}
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
console.log(
  `\nrecall ${percent(totals.found, totals.errors)} (${totals.found} of ${totals.errors}), ` +
    `precision ${percent(totals.found, totals.found + totals.falseAlarms)}, ` +
    `cause named ${percent(totals.named, totals.errors)}`,
);
