import type { Day } from '#core/kernel/day';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { describeError, logToStandardError } from '#server/http/log';
import { runDays } from '#server/simulation/run-day';
import { finishSetUp, setUpDemo } from '#server/simulation/set-up-demo';
import { openCarriers } from './carriers.ts';
import { type DayRunner, dayRunner } from './day-run.ts';

/** A line of progress that the caller shows; cli/progress.ts has the terminal's. */
export type StartProgress = (label: string) => { at(done: number, of?: number): void; end(outcome?: string): void };

export type OpenDemo = { readonly days: DayRunner; stop(): Promise<void> };

const stages = {
  lives: 'ten years of lives',
  import: 'import',
} as const;

/**
 * Opens the demo: starts the simulated carriers, sets the country up on the first start, and gives the hand that moves the
 * clock. What is left of a morning goes on behind the pages, which show how far it has come.
 */
export async function openDemo(db: Database, config: Config, startProgress: StartProgress): Promise<OpenDemo> {
  const carriers = await openCarriers(config.dataDir);
  const { partner } = carriers;
  try {
    await setUp(db, config, startProgress);
  } catch (error) {
    await carriers.stop();
    throw error;
  }
  let stopping = false;
  const days = dayRunner(
    (count, told) => {
      let done = -1;
      const onProgress = (_day: Day, step: string, at: number, of: number) => {
        // Each played day begins its count again, also one that a crash had cut short.
        if (at === 0) done++;
        told({ done, share: of > 0 ? at / of : 0, step });
      };
      const options = { partner, onProgress };
      return count === 0 ? finishSetUp(db, config, options) : runDays(db, config, count, options);
    },
    (error) => {
      // What is cut off by the stop goes on at the next start.
      if (!stopping) logToStandardError(describeError('', 'a day of the demo', error));
    },
  );
  days.start(0);
  const stop = () => {
    stopping = true;
    return carriers.stop();
  };
  return { days, stop };
}

async function setUp(db: Database, config: Config, startProgress: StartProgress): Promise<void> {
  let stage: keyof typeof stages | undefined;
  let line: ReturnType<StartProgress> | undefined;
  await setUpDemo(db, config, {
    onProgress: (next, done, of) => {
      if (next !== stage) {
        line?.end();
        line = startProgress(stages[next]);
        stage = next;
      }
      line?.at(done, of);
    },
  });
  line?.end();
}
