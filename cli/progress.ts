/** Progress on standard error: a bar that moves in a terminal, and a line now and then where there is none. */

export type Progress = {
  /** `done` of `of` steps; with `of` unknown or 0 only the count is shown. */
  at(done: number, of?: number): void;
  /** Finishes the line, with what came of it. */
  end(outcome?: string): void;
};

/** Where the lines go; process.stderr fits. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

const BAR = 24;

/** Starts a line of progress. `now` gives milliseconds and is an argument for the tests only. */
export function startProgress(
  label: string,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const began = now();
  // A terminal can be redrawn ten times a second; a log file should stay readable.
  const pause = screen.isTTY ? 100 : 2000;
  let last = screen.isTTY ? Number.NEGATIVE_INFINITY : began;
  let ended = false;
  const show = (text: string) => screen.write(screen.isTTY ? `\r${cut(text, screen.columns)}\u001b[K` : `${text}\n`);
  return {
    at(done, of = 0) {
      if (ended || now() - last < pause) return;
      last = now();
      show(line(label, done, of, (now() - began) / 1000));
    },
    end(outcome = 'done') {
      if (ended) return;
      ended = true;
      show(`${label}: ${outcome} (${seconds((now() - began) / 1000)})`);
      if (screen.isTTY) screen.write('\n');
    },
  };
}

function line(label: string, done: number, of: number, elapsed: number): string {
  if (of <= 0) return `${label}: ${count(done)} (${seconds(elapsed)})`;
  const share = Math.min(1, done / of);
  const full = Math.round(share * BAR);
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
  const left = share > 0 && elapsed > 1 ? `, ${seconds((elapsed * (1 - share)) / share)} left` : '';
  return `${label} ${bar} ${Math.floor(share * 100)} % (${count(done)} of ${count(of)}${left})`;
}

function cut(text: string, columns = 80): string {
  return text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
}

function count(n: number): string {
  return Math.round(n).toLocaleString('en-GB');
}

function seconds(s: number): string {
  return s < 90 ? `${s.toFixed(s < 10 ? 1 : 0)} s` : `${Math.round(s / 60)} min`;
}
