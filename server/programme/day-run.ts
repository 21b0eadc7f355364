import { ok, type Result, refuse } from '#core/kernel/result';

/** How far the days being run have come; `share` counts the whole run (0-1). */
export type DayRun = {
  readonly running: boolean;
  readonly share: number;
  readonly step: string;
  readonly days: number;
  readonly done: number;
  /** The kind of error that stopped it; null when nothing did. */
  readonly error: string | null;
};

/** Told while days run: how many are done, the share of the day now being run (0-1), and its step in a word. */
export type OnDayProgress = (progress: {
  readonly done: number;
  readonly share: number;
  readonly step: string;
}) => void;

export type DayRunner = {
  progress(): DayRun;
  start(days: number): Result<DayRun, 'already-running'>;
};

const idle: DayRun = { running: false, share: 0, step: '', days: 0, done: 0, error: null };

/**
 * Runs days in the background, one run at a time, and remembers how far it has come for the page that asks. A run that
 * fails says so and leaves the clock where it stopped; the day goes on from there at the next run.
 */
export function dayRunner(
  runDays: (days: number, onProgress: OnDayProgress) => Promise<unknown>,
  onError: (error: unknown) => void = () => {},
): DayRunner {
  let now: DayRun = idle;
  return {
    progress: () => now,
    start(days) {
      if (now.running) return refuse('already-running', 'Days are already being run; wait until they are done');
      now = { ...idle, running: true, days };
      const told: OnDayProgress = ({ done, share, step }) => {
        now = { ...now, done, step, share: Math.min(1, (done + share) / Math.max(1, days)) };
      };
      runDays(days, told).then(
        () => {
          now = { ...now, running: false, done: days, share: 1 };
        },
        (error: unknown) => {
          now = { ...now, running: false, error: error instanceof Error ? error.name : 'Error' };
          onError(error);
        },
      );
      return ok(now);
    },
  };
}
