import { join } from 'node:path';
import type { OwnRates, RatePair } from '#core/citizen/benefit-and-harm';
import type { Day } from '#core/kernel/day';
import type { Database } from '#server/db/database';
import { openDuck, quoted } from '#server/quality/duck';
import { latestSnapshot } from '#server/quality/latest-snapshot';

type CountedRates = { readonly rates: OwnRates; readonly dataCut: Day };

/** Counted already; a snapshot never changes. The latest only. */
let kept: { readonly id: string; readonly counted: Promise<CountedRates> } | undefined;

/**
 * What the programme's newest snapshot says of an examination: recalled without cancer, cancer found, and cancer within
 * 24 months (of those followed so long), at first and later examinations. Undefined when there is no snapshot.
 */
export async function ownRates(db: Database): Promise<CountedRates | undefined> {
  const snapshot = await latestSnapshot(db);
  if (!snapshot) return undefined;
  if (kept?.id !== snapshot.id) kept = { id: snapshot.id, counted: count(snapshot.folder, snapshot.dataCut) };
  return kept.counted.catch(() => {
    kept = undefined;
    return undefined;
  });
}

async function count(folder: string, dataCut: Day): Promise<CountedRates> {
  const duck = await openDuck();
  try {
    const rows = await duck.rows(`
      select prevalent, count(*) filter (read) as examined, count(*) filter (read and recalled and not screen_detected) as alarms,
        count(*) filter (read and screen_detected) as found,
        count(*) filter (read and followed_24_months and not screen_detected) as followed,
        count(*) filter (read and followed_24_months and not screen_detected and interval_cancer) as between
      from read_parquet(${quoted(join(folder, 'screening', '*.parquet'))})
      where screened and closed and prevalent is not null group by prevalent`);
    const of = (prevalent: boolean, cases: string, among: string) => {
      const row = rows.find((each) => each.prevalent === prevalent);
      return { cases: Number(row?.[cases] ?? 0), among: Number(row?.[among] ?? 0) };
    };
    const pair = (cases: string, among: string): RatePair => ({
      first: of(true, cases, among),
      later: of(false, cases, among),
    });
    const rates = {
      falseAlarm: pair('alarms', 'examined'),
      found: pair('found', 'examined'),
      interval: pair('between', 'followed'),
    };
    return { rates, dataCut };
  } finally {
    duck.close();
  }
}
