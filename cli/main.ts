/** The command line: a word, then that command's own arguments. */

export type Command = {
  /** One line for the list of commands. */
  readonly help: string;
  /** Loaded when asked for, so that the list comes at once. */
  readonly load: () => Promise<Runnable>;
};

type Runnable = {
  /** Returns the exit code. */
  run(args: readonly string[]): Promise<number>;
  /** What `--help` says; without it the line in the list. */
  readonly usage?: string;
};

export const commands: Readonly<Record<string, Command>> = {
  start: { help: 'start the programme: database, queue and web pages', load: () => import('./start.ts') },
  simulate: { help: 'write the simulated history of a country as a delivery', load: () => import('./simulate.ts') },
  import: { help: 'take in a delivery: import DIR [--json]', load: () => import('./import.ts') },
  plan: { help: 'plan invitations: plan [--centre C06] [--carry-out]', load: () => import('./plan.ts') },
  day: { help: 'play the next day or days of the demo: day [n]', load: () => import('./day.ts') },
  snapshot: { help: 'write a snapshot for figures', load: () => import('./snapshot.ts') },
  indicators: {
    help: 'figures of a set: indicators [--set ID] [--by year,centre] [--centre C06] [--format csv]; --sets, --load FILE',
    load: () => import('./indicators.ts'),
  },
  allocation: {
    help: "work a closed study's draws out again from its key: allocation verify FILE",
    load: () => import('./allocation.ts'),
  },
  evaluate: {
    help: 'a score against outcome: evaluate FILE.csv --score COL [--score COL2] --outcome COL [--cluster COL] [--json]',
    load: () => import('./evaluate.ts'),
  },
  replay: {
    help: 'what protocols would have done: replay --protocol P.json|ID [...] [--snapshot S] [--by centre,age] [--json]',
    load: () => import('./replay.ts'),
  },
  protocol: {
    help: 'a reading protocol in words, checked: protocol FILE.json|ID [--json]; protocol list',
    load: () => import('./protocol.ts'),
  },
  study: {
    help: 'a whole study on simulated women, with its power: study dry-run FILE.json|ID [--repetitions N] [--json]',
    load: () => import('./study.ts'),
  },
  verify: { help: 'check the audit chain and the promises of the programme', load: () => import('./verify.ts') },
};

/** Runs a command and returns the exit code: 0 done, 1 failed, 2 asked for in a way that is not understood. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return explain(name);
  try {
    const { run, usage } = await command.load();
    if (!rest.includes('--help') && !rest.includes('-h')) return await run(rest);
    console.log(usage ? `usage: ${usage}` : `runde ${name}: ${command.help}`);
    return 0;
  } catch (error) {
    console.error(process.env.RUNDE_DEBUG ? error : `runde ${name}: ${inWords(error)}`);
    return 1;
  }
}

/** What went wrong; a file that is not there is said without the system call that missed it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const missing = 'code' in error && error.code === 'ENOENT' && 'path' in error;
  return missing ? `${error.path}: there is no such file` : error.message;
}

function explain(name: string): number {
  const asked = ['', 'help', '--help', '-h'].includes(name);
  const width = Math.max(...Object.keys(commands).map((word) => word.length));
  const lines = Object.entries(commands).map(([word, command]) => `  ${word.padEnd(width)}  ${command.help}`);
  const text = ['usage: runde COMMAND [ARGUMENTS], runde COMMAND --help', '', ...lines].join('\n');
  if (asked) console.log(text);
  else console.error(`there is no command "${name}"\n\n${text}`);
  return asked ? 0 : 2;
}
