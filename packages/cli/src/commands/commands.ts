type Command = (args: readonly string[]) => Promise<0 | 1 | 2>;

/**
 * Every command by name; each gives the exit code. A command is loaded when it is asked for: who looks at a number does not wait for the
 * database's client, the chart library or the reader of PDFs.
 */
export const commands: { readonly [name: string]: Command | undefined } = {
  build: async (args) => (await import('./build.ts')).buildCommand(args),
  check: async (args) => (await import('./check.ts')).checkCommand(args),
  draft: async (args) => (await import('./draft.ts')).draftCommand(args),
  'fit-key': async (args) => (await import('./fit-key.ts')).fitKeyCommand(args),
  overview: async (args) => (await import('./overview.ts')).overviewCommand(args),
  plan: async (args) => (await import('./plan.ts')).planCommand(args),
  roll: async (args) => (await import('./roll.ts')).rollCommand(args),
  explain: async (args) => (await import('./explain.ts')).explainCommand(args),
  whatif: async (args) => (await import('./whatif.ts')).whatIfCommand(args),
  import: async (args) => (await import('./store.ts')).importCommand(args),
  export: async (args) => (await import('./store.ts')).exportCommand(args),
  backup: async (args) => (await import('./backup.ts')).backupCommand(args),
  restore: async (args) => (await import('./backup.ts')).restoreCommand(args),
  verify: async (args) => (await import('./store.ts')).verifyCommand(args),
  invite: async (args) => (await import('./invite.ts')).inviteCommand(args),
  serve: async (args) => (await import('./serve.ts')).serveCommand(args),
};
