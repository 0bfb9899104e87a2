import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { draftCommand } from './draft.ts';
import { explainCommand } from './explain.ts';
import { fitKeyCommand } from './fit-key.ts';
import { overviewCommand } from './overview.ts';
import { planCommand } from './plan.ts';
import { rollCommand } from './roll.ts';
import { whatIfCommand } from './whatif.ts';

/** Every command by name; each gives the exit code. */
export const commands: {
  readonly [name: string]: ((args: readonly string[]) => Promise<0 | 1 | 2>) | undefined;
} = {
  build: buildCommand,
  check: checkCommand,
  draft: draftCommand,
  'fit-key': fitKeyCommand,
  overview: overviewCommand,
  plan: planCommand,
  roll: rollCommand,
  explain: explainCommand,
  // Who looks at a folder does not wait for the database's client to load.
  import: async (args) => (await import('./store.ts')).importCommand(args),
  export: async (args) => (await import('./store.ts')).exportCommand(args),
  backup: async (args) => (await import('./backup.ts')).backupCommand(args),
  restore: async (args) => (await import('./backup.ts')).restoreCommand(args),
  verify: async (args) => (await import('./store.ts')).verifyCommand(args),
  invite: async (args) => (await import('./invite.ts')).inviteCommand(args),
  serve: async (args) => (await import('./serve.ts')).serveCommand(args),
  whatif: whatIfCommand,
};
