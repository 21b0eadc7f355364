import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { openCarriers } from '#server/programme/carriers';
import { runDays } from '#server/simulation/run-day';
import { startProgress } from './progress.ts';

/** `runde day [n]`: plays the demo's next day or days; prints the programme day afterwards. */
export async function run(args: readonly string[]): Promise<number> {
  const [text = '1', ...rest] = args;
  const days = Number(text);
  if (rest.length > 0 || !/^\d{1,4}$/.test(text) || days < 1)
    throw new Error(`${args.join(' ')}: expected a number of days, 1-9999`);
  const config = readConfig();
  return withInstallation(config, async (db) => {
    const carriers = await openCarriers(config.dataDir);
    const progress = startProgress(days === 1 ? 'one day' : `${days} days`);
    let done = -1;
    try {
      const today = await runDays(db, config, days, {
        partner: carriers.partner,
        onProgress: (_day, _step, at, of) => {
          if (at === 0) done++;
          progress.at(done + at / of, days);
        },
      });
      progress.end(`it is ${today}`);
      console.log(today);
      return 0;
    } finally {
      await carriers.stop();
    }
  });
}
