import { parseArgs } from 'node:util';
import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { usage } from './usage.ts';

const known = {
  year: { type: 'string' },
  to: { type: 'string' },
  party: { type: 'string' },
  service: { type: 'string' },
  edit: { type: 'string' },
  alternative: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  edition: { type: 'string' },
  audience: { type: 'string' },
  language: { type: 'string' },
  prices: { type: 'string' },
  rounding: { type: 'string' },
  depth: { type: 'string' },
  port: { type: 'string' },
  head: { type: 'string' },
  html: { type: 'string' },
  annotate: { type: 'string' },
  registers: { type: 'string' },
  archive: { type: 'boolean' },
  database: { type: 'boolean' },
  json: { type: 'boolean' },
  demo: { type: 'boolean' },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type Option = keyof typeof known;

/** The words of a command line, checked: only what the command knows, and values that can be read. */
export type Arguments = {
  readonly positionals: readonly string[];
  readonly text: (option: Option) => string | null;
  readonly has: (option: Option) => boolean;
  readonly year: (option?: 'year' | 'to') => number;
  readonly rounding: RoundingChoice;
  readonly language: Language;
};

/** Wrong use: told with the sentence and how it should be, exit 2. */
export class WrongUse extends Error {}

const common: readonly Option[] = ['json', 'rounding', 'language', 'help'];

/** Reads a command's words. `need` is how many names without an option it takes, or any number. Throws WrongUse. */
export function readArguments(
  args: readonly string[],
  { need, options }: { readonly need: number | 'any'; readonly options: readonly Option[] },
): Arguments {
  const allowed = [...common, ...options];
  const { values, positionals } = parse(args, allowed);
  if (need !== 'any' && positionals.length !== need)
    throw new WrongUse(
      need === 1
        ? 'Kommandoen trenger én mappe eller fil.'
        : `Kommandoen trenger ${need} navn, og fikk ${positionals.length}.`,
    );
  const text = (option: Option): string | null => {
    const value = values[option];
    return typeof value === 'string' ? value : null;
  };
  const oneOf = <C extends string>(option: Option, choices: readonly [C, ...C[]]): C => {
    const value = text(option);
    const found = choices.find((choice) => choice === value);
    if (value !== null && found === undefined)
      throw new WrongUse(`--${option} kan være ${choices.join(' eller ')}, ikke «${value}».`);
    return found ?? choices[0];
  };
  return {
    positionals,
    text,
    has: (option) => values[option] === true,
    year: (option = 'year') => {
      const value = text(option);
      if (value === null) throw new WrongUse(`Skriv hvilket år: --${option} 2025.`);
      if (!/^(19|20|21)\d\d$/.test(value))
        throw new WrongUse(`--${option} er et år med fire sifre, ikke «${value}».`);
      return Number(value);
    },
    rounding: oneOf('rounding', ['agreement', 'ore']),
    language: oneOf('language', ['nb', 'nn', 'en']),
  };
}

function parse(
  args: readonly string[],
  allowed: readonly Option[],
): {
  readonly values: { readonly [option: string]: string | boolean | undefined };
  readonly positionals: readonly string[];
} {
  try {
    const options = Object.fromEntries(allowed.map((option) => [option, known[option]]));
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const message = (error as Error).message;
    const name = /'([^']+)'/.exec(message)?.[1] ?? '';
    throw new WrongUse(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `Kommandoen kjenner ikke ${name}. Den tar ${allowed.map((option) => `--${option}`).join(', ')}.`
        : `Kan ikke lese ${name || message}.`,
    );
  }
}

/** Runs a command and turns wrong use into exit 2. */
export const withUsage =
  (run: (args: readonly string[]) => Promise<0 | 1 | 2>) =>
  async (args: readonly string[]): Promise<0 | 1 | 2> => {
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(usage);
      return 0;
    }
    try {
      return await run(args);
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      process.stderr.write(`${error.message}\nSe samstyr --help.\n`);
      return 2;
    }
  };
