import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { fitKeyCommand } from './fit-key.ts';
import { inviteCommand } from './invite.ts';
import { overviewCommand } from './overview.ts';
import { planCommand } from './plan.ts';
import { rollCommand } from './roll.ts';
import { serveCommand } from './serve.ts';
import { exportCommand, importCommand, verifyCommand } from './store.ts';
import { whatIfCommand } from './whatif.ts';

/** Every command by name; each gives the exit code. */
export const commands: {
  readonly [name: string]: ((args: readonly string[]) => Promise<0 | 1 | 2>) | undefined;
} = {
  build: buildCommand,
  check: checkCommand,
  'fit-key': fitKeyCommand,
  overview: overviewCommand,
  plan: planCommand,
  roll: rollCommand,
  explain: explainCommand,
  import: importCommand,
  export: exportCommand,
  verify: verifyCommand,
  invite: inviteCommand,
  serve: serveCommand,
  whatif: whatIfCommand,
};
