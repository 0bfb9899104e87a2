import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { fitKeyCommand } from './fit-key.ts';
import { overviewCommand } from './overview.ts';
import { whatIfCommand } from './whatif.ts';

/** Every command by name; each gives the exit code. */
export const commands: {
  readonly [name: string]: ((args: readonly string[]) => Promise<0 | 1 | 2>) | undefined;
} = {
  check: checkCommand,
  'fit-key': fitKeyCommand,
  overview: overviewCommand,
  explain: explainCommand,
  whatif: whatIfCommand,
};
