import { backupDrill } from './backups.ts';
import { diskDrill } from './disk.ts';
import { killRounds } from './kill.ts';
import { rowDrill } from './rows.ts';
import { figure, percentile, soak } from './soak.ts';
import { stopDrill } from './stop.ts';

const say = (line: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)}   ${line}\n`);
};
const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, times]) => `${what} ${times}`).join(', ');
const cases = Number.parseInt(process.env['SAMSTYR_CASES'] ?? '', 10);
const seed = Number.parseInt(process.env['SAMSTYR_SEED'] ?? '20261123', 10);

const drills: { readonly [name: string]: () => Promise<readonly string[]> } = {
  soak: async () => {
    const minutes = Number.isNaN(cases) ? 60 : cases;
    const { requests, conflicts, errors, writes, milliseconds } = await soak({
      ...{ seed, sessions: 12, perSecond: 40, together: 0, tell: say },
      requests: minutes * 60 * 40,
    });
    say(
      `${minutes} minutes: ${requests} requests, ${writes} writes, ${conflicts} conflicts, ${errors.length} errors, ` +
        `p50 ${figure(percentile(milliseconds, 50))} ms, p99 ${figure(percentile(milliseconds, 99))} ms, ` +
        `slowest ${figure(percentile(milliseconds, 100))} ms`,
    );
    return errors;
  },
  kill: async () => {
    const figures = await killRounds({ seed, rounds: Number.isNaN(cases) ? 1000 : cases, tell: say });
    say(
      `${figures.rounds} kills (${counted(figures.kinds)}), ` +
        `${figures.acknowledged} acknowledged writes, at least ${figures.fewestBetweenKills} between kills, ` +
        `${figures.sentAgain} sent again with the same key, ${figures.doneAlready} of them done already, ` +
        `${figures.secondRefused} second starts refused, ${figures.faults.length} lost or doubled`,
    );
    return figures.faults;
  },
  stop: async () => {
    const figures = await stopDrill({ writes: Number.isNaN(cases) ? 400 : cases });
    say(
      `${figures.acknowledged} acknowledged, ${figures.answered} of ${figures.open} open requests answered, ` +
        `exit ${figures.exitCode}, jobs ${figures.jobs.join('; ')}, ${figures.faults.length} faults`,
    );
    return figures.faults;
  },
  disk: async () => {
    const figures = await diskDrill({ mebibytes: 160, tell: say });
    say(figures.notDone ?? `${figures.refused} refused: «${figures.told}»`);
    say(
      `${figures.acknowledged} acknowledged, all there when there was room, ${figures.faults.length} faults`,
    );
    return figures.notDone === null ? figures.faults : [figures.notDone];
  },
  rows: async () => {
    const figures = await rowDrill({ seed, writes: Number.isNaN(cases) ? 5000 : cases });
    say(
      `16 clients on 8 rows: ${figures.accepted} accepted, ${figures.conflicts} conflicts ` +
        `(${figures.conflictPercent} %), versions ${counted(figures.versionsOf)}, ${figures.faults.length} lost`,
    );
    return figures.faults;
  },
  backups: async () => {
    const damaged = Number.isNaN(cases) ? 200 : cases;
    const figures = await backupDrill({ seed, damaged, taken: 20 });
    say(`${figures.taken} backups taken during ${figures.meanwhile} writes, each put back and verified`);
    say(
      `${damaged} damaged (${counted(figures.kinds)}), told ${counted(figures.told)}, ` +
        `${figures.connections} connections asked for, ${figures.faults.length} faults`,
    );
    return figures.faults;
  },
};

const errors = (await drills[process.argv[2] ?? '']?.()) ?? ['There is no such drill.'];
for (const error of errors.slice(0, 20)) say(error);
process.exit(errors.length === 0 ? 0 : 1);
