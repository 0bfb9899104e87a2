import { tell } from '@samstyr/contract/texts/tell';
import { formatCount } from '@samstyr/core/money/kroner';
import { backup } from '@samstyr/server/backup/backup';
import type { Manifest } from '@samstyr/server/backup/manifest';
import { backupProblemTexts } from '@samstyr/server/backup/problems';
import { restore } from '@samstyr/server/backup/restore';
import type { Store } from '@samstyr/server/store/store';
import { readArguments, withUsage } from '../arguments.ts';
import { printJson } from '../output/json.ts';
import { printSentences } from '../output/problems.ts';
import { progress } from '../output/progress.ts';
import { withStore } from './store.ts';

/** `backup FILE`: everything in the database as it stands at one moment, in one file, while people go on working. */
export const backupCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: [] });
  const [file = ''] = given.positionals;
  return withOwner(async (owner) => {
    const shown = progress(null);
    const made = await backup(owner, file, (table) => shown.step(`Kopierer ${table}`));
    shown.done();
    if (!made.ok) {
      printSentences(made.problems.map((problem) => tell(backupProblemTexts, given.language, problem)));
      return 1;
    }
    if (given.has('json')) printJson({ file, ...made.value });
    else process.stdout.write(`${file} er skrevet.\n${told(made.value)}`);
    return 0;
  });
});

/** `restore FILE [--replace]`: a backup in place of the database's content, whole or not at all. */
export const restoreCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['replace'] });
  const [file = ''] = given.positionals;
  return withOwner(async (owner, store) => {
    const shown = progress(null);
    const { rows } = await store.database.serving.query<{ readonly role: string }>(
      'select current_user as role',
    );
    const done = await restore(owner, {
      path: file,
      servingRole: rows[0]?.role ?? '',
      replace: given.has('replace'),
      watch: (table) => shown.step(`Leser inn ${table}`),
    });
    shown.done();
    if (!done.ok) {
      printSentences(done.problems.map((problem) => tell(backupProblemTexts, given.language, problem)));
      return 1;
    }
    if (given.has('json')) printJson({ file, ...done.value });
    else
      process.stdout.write(
        `Databasen er satt tilbake til ${file}, tatt ${done.value.made}.\n${told(done.value)}Kjør samstyr verify for å holde radene mot loggen.\n`,
      );
    return 0;
  }, 'serve');
});

/** Only the owner sees every cooperation at once. */
const withOwner = (
  work: (owner: NonNullable<Store['database']['owner']>, store: Store) => Promise<0 | 1>,
  purpose: 'tool' | 'serve' = 'tool',
): Promise<0 | 1> =>
  withStore(async (store) => {
    const { owner } = store.database;
    if (owner !== null) return work(owner, store);
    printSentences(['Dette gjøres av databasens eier. Sett DATABASE_OWNER_URL, og prøv igjen.']);
    return 1;
  }, purpose);

function told({ tables, heads }: Manifest): string {
  const bytes = tables.reduce((all, table) => all + table.bytes, 0);
  return [
    `${tables.length} tabeller, ${formatCount(BigInt(bytes))} byte.`,
    ...heads.map(({ cooperation, entries, hash }) => `${cooperation}: loggen er ved ${entries}:${hash}`),
    '',
  ].join('\n');
}
