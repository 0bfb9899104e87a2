// `npm run bench`: medians beside the goals of the design, and ratios against peers measured in the same run. Never a test.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installIfNeeded, root } from './install.mjs';

installIfNeeded();
const folder = join(root, 'scripts', 'bench');
const wanted = process.argv.slice(2);
const number = (value) =>
  value >= 100
    ? Math.round(value).toLocaleString('nb-NO')
    : value.toLocaleString('nb-NO', { maximumSignificantDigits: 3 });

for (const file of readdirSync(folder)
  .filter((name) => !['load.mjs', 'made.mjs'].includes(name))
  .sort()) {
  const name = file.replace('.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const { run } = await import(pathToFileURL(join(folder, file)).href);
  for (const {
    name: what,
    median,
    unit,
    goal = null,
    least = null,
    ratio = null,
    peer = null,
  } of await run()) {
    const held =
      goal === null ? '' : `  mål ≤ ${number(goal)} ${unit}: ${median <= goal ? 'nådd' : 'ikke nådd'}`;
    const reached =
      least === null ? '' : `  mål ≥ ${number(least)} ${unit}: ${median >= least ? 'nådd' : 'ikke nådd'}`;
    const beside = ratio === null ? '' : `  ${number(ratio)} × ${peer}`;
    process.stdout.write(
      `${number(median).padStart(10)} ${unit.padEnd(4)} ${what}${held}${reached}${beside}\n`,
    );
  }
}
