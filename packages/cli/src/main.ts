import { commands } from './commands/commands.ts';
import { usage } from './usage.ts';

// A reader that stops reading (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  const asked = name === '' || name === '--help' || name === '-h' || name === 'help';
  process[asked ? 'stdout' : 'stderr'].write(asked ? usage : `Ukjent kommando «${name}».\n\n${usage}`);
  process.exitCode = asked && name !== '' ? 0 : 2;
} else {
  process.exitCode = await command(args);
}
