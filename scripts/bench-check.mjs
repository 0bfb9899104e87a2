// Recall and precision of the checker on the documents in test/published, as they are and made into every other format: each has a truth
// file with the errors planted in it. Then what it costs: a document of 60 pages, a PDF of 100, and the memory.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { ownPackagesInside } from './own-packages.mjs';

const folder = join(root, 'test/published');
const out = join(root, '.cache/bench-check.mjs');
mkdirSync(join(root, '.cache'), { recursive: true });
await build({
  stdin: {
    contents: `export { checkBytes } from './packages/formats/src/published/check-bytes.ts';
      export { guises, inGuise } from './test/published/guises.ts';
      export { hostileFiles } from './test/published/hostile.ts';`,
    resolveDir: root,
  },
  outfile: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [ownPackagesInside],
});
const { checkBytes, guises, hostileFiles, inGuise } = await import(pathToFileURL(out).href);

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const causesIn = ({ findings }) =>
  findings.filter(({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding');

async function read(bytes, file) {
  const started = performance.now();
  const result = await checkBytes(bytes, file);
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.problems)}`);
  return { report: result.value.report, document: result.value.document, ms: performance.now() - started };
}

/** Tables are counted by those with figures: a table of words alone is only text to a PDF without tags. */
const figureTables = ({ tables }) =>
  new Map(
    tables
      .filter(({ rows }) =>
        rows.some(({ cells }) =>
          cells.some(({ state, raw }) => state === 'number' && !/^(?:19|20)\d\d$/.test(raw)),
        ),
      )
      .map(({ ordinal }, at) => [ordinal, at + 1]),
  );

/** The truth says lines of the source; other formats are held to the same table, row and column, and sentences to the same figures. */
function asCells(truth, source) {
  return truth.errors.map((error) => {
    const ordinals = figureTables(source.document);
    const rows = source.document.tables.flatMap((table) =>
      table.rows.map((row, at) => ({
        table: ordinals.get(table.ordinal),
        row: at + 1,
        line: row.cells[0]?.place.line,
      })),
    );
    const place = rows.find(({ line }) => line === error.line);
    const own = causesIn(source.report).find(
      (one) =>
        one.place.line === error.line && (error.column === undefined || one.place.column === error.column),
    );
    return { ...error, table: place?.table ?? null, row: place?.row ?? null, printed: own?.printed };
  });
}
const isAt = (ordinals, { place, printed }, error) =>
  error.table === null
    ? place.table === null && printed === error.printed
    : ordinals.get(place.table) === error.table &&
      place.row === error.row &&
      (error.column === undefined || place.column === error.column);

const totals = new Map();
const add = (key, counts) => {
  const total = totals.get(key) ?? { errors: 0, found: 0, named: 0, falseAlarms: 0 };
  for (const [name, count] of Object.entries(counts)) total[name] += count;
  totals.set(key, total);
};

for (const file of readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort()) {
  const text = readFileSync(join(folder, file), 'utf8');
  const truth = JSON.parse(readFileSync(join(folder, file.replace(/\.[^.]+$/, '.truth.json')), 'utf8'));
  const source = await read(new TextEncoder().encode(text), file);
  const errors = asCells(truth, source);
  const shown = [];
  for (const guise of ['source', ...guises]) {
    const one = guise === 'source' ? source : await read(await inGuise(text, guise), `dokument.${guise}`);
    const causes = causesIn(one.report);
    const ordinals = figureTables(one.document);
    const found = errors.filter((error) => causes.some((each) => isAt(ordinals, each, error)));
    const named = errors.filter((error) =>
      causes.some((each) => isAt(ordinals, each, error) && each.cause === error.cause),
    );
    const falseAlarms = causes.filter((each) => !errors.some((error) => isAt(ordinals, each, error)));
    const counts = {
      errors: errors.length,
      found: found.length,
      named: named.length,
      falseAlarms: falseAlarms.length,
    };
    add(guise === 'source' ? file.split('.').at(-1) : guise, counts);
    add('all', counts);
    for (const error of errors)
      add(`rule ${error.rule}`, {
        errors: 1,
        found: found.includes(error) ? 1 : 0,
        named: named.includes(error) ? 1 : 0,
      });
    for (const { rule } of falseAlarms) add(`rule ${rule}`, { falseAlarms: 1 });
    shown.push(
      `${guise} ${found.length}/${errors.length}${falseAlarms.length > 0 ? ` +${falseAlarms.length} false` : ''} ${Math.round(one.ms)} ms`,
    );
    for (const error of found.filter((each) => !named.includes(each)))
      console.log(`  other cause in ${file} as ${guise}: line ${error.line}, ${error.rule}, ${error.cause}`);
    for (const missed of errors.filter((error) => !found.includes(error)))
      console.log(`  missed in ${file} as ${guise}: line ${missed.line}, ${missed.rule}, ${missed.cause}`);
    for (const { sentence } of falseAlarms) console.log(`  false alarm in ${file} as ${guise}: ${sentence}`);
  }
  console.log(`${file}: ${shown.join(' · ')}`);
}

console.log('');
for (const [key, { errors, found, named, falseAlarms }] of [...totals].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    `${key.padEnd(20)} recall ${percent(found, errors).padStart(7)} (${found} of ${errors})  precision ${percent(found, found + falseAlarms).padStart(7)}  cause named ${percent(named, errors).padStart(7)}`,
  );

/** Many chapters of one document: as long as asked for. Every table has many twins, and is held against each of them. */
const chapters = (pages) => {
  const chapter = readFileSync(join(folder, 'felles-budsjett-rent.md'), 'utf8');
  return Array.from({ length: Math.ceil(pages / 4) }, (_, at) =>
    chapter.replace(/^(#+ )(.*)$/gm, `$1$2 del ${at + 1}`),
  ).join('\n\n');
};
/**
 * `samstyr check FILE --json` as a process of its own: what a person waits, the work of the processor (what there is to wait for on an idle machine), and
 * the most memory it held. The bundle is made first, so that
 * only the check is measured.
 */
const temporary = mkdtempSync(join(tmpdir(), 'samstyr-bench-'));
const peak = join(temporary, 'peak');
// `maxRSS` of a process is at least what its parent had when it was started; the kernel's own mark is of the process alone.
const atExit = `process.on('exit',()=>{
  const fs = process.getBuiltinModule('node:fs');
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? maxRSS);
  fs.writeFileSync(${JSON.stringify(peak)}, JSON.stringify({ kilobytes, cpu: userCPUTime + systemCPUTime }));
})`;
const launch = (...args) =>
  spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(atExit)}`,
      join(root, 'scripts/launch.mjs'),
      ...args,
    ],
    { encoding: 'utf8', maxBuffer: 500_000_000 },
  );
function measured(file, bytes) {
  const path = join(temporary, file);
  writeFileSync(path, bytes);
  const started = performance.now();
  const { stdout, stderr } = launch('check', path, '--json');
  const ms = Math.round(performance.now() - started);
  const { kilobytes, cpu } = JSON.parse(readFileSync(peak, 'utf8'));
  rmSync(path);
  const report = stdout.startsWith('{') ? JSON.parse(stdout) : { problems: [{ code: stderr.trim() }] };
  return { ms, cpu: Math.round(cpu / 1000), megabytes: Math.round(kilobytes / 1024), report };
}
launch('--help');

console.log('\nsamstyr check as a process of its own, goal 512 MB');
const cost = ({ ms, cpu, megabytes }) =>
  `${`${ms}`.padStart(6)} ms ${`${cpu}`.padStart(6)} ms of work ${`${megabytes}`.padStart(4)} MB`;
const told = ({ findings, problems, tables }) =>
  problems === undefined
    ? `${tables} tables, ${findings.filter(({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding').length} findings`
    : problems.map(({ code }) => code).join(', ');
const long = measured('lang.md', new TextEncoder().encode(chapters(60)));
console.log(`${cost(long)}  60 pages of Markdown, goal 2000 ms (${told(long.report)})`);
for (const guise of ['docx', 'xlsx', 'html', 'tagged.pdf', 'untagged.pdf']) {
  const one = measured(`lang.${guise}`, await inGuise(chapters(100), guise));
  console.log(`${cost(one)}  100 pages as ${guise}, goal 5000 ms (${told(one.report)})`);
}
console.log('\nfiles made to keep it busy, goal 5000 ms');
for (const { what, file, code, bytes } of hostileFiles) {
  const one = measured(file, bytes());
  const got = told(one.report);
  console.log(`${cost(one)}  ${what}: ${got}${code === null || got === code ? '' : ` (expected ${code})`}`);
}
rmSync(temporary, { recursive: true });
