import { join } from 'node:path';
import { sql } from 'kysely';
import type { aiDrift } from '#contracts/ai';
import type { OutputOf } from '#contracts/endpoint';
import { binLimits, driftWatch, sharesOf } from '#core/ai/drift';
import type { Direction } from '#core/ai/percentile';
import { addDays, type Day } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import { driftRules } from '#programmes/breast-no/ai';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { openDuck, quoted } from '#server/quality/duck';
import { latestSnapshot, type SnapshotRow } from '#server/quality/latest-snapshot';
import { remembered } from '#server/quality/remembered';

type Answer = OutputOf<typeof aiDrift>;
type Week = Answer['weeks'][number];
type Watched = {
  readonly product: string;
  readonly version: string;
  readonly calibration: string;
  readonly calibrationId: string;
  readonly description: string;
  readonly examinations: number;
  readonly points: readonly number[];
  readonly higherIs: Direction;
};
/** Examinations in each bin, of a unit in a week. */
type Counted = { readonly unitId: string; readonly monday: Day; readonly counts: readonly number[] };

/**
 * The scores of a product's version against its calibration, from the newest snapshot: by unit, and week by week for one
 * unit or all of the actor's. The version with the newest calibration when none is asked for.
 */
export async function loadAiDrift(
  db: Database,
  actor: Actor,
  input: {
    readonly product?: string | undefined;
    readonly version?: string | undefined;
    readonly unit?: string | undefined;
  },
): Promise<Answer> {
  const [watched, units, snapshot] = await Promise.all([
    watchedVersions(db, actor),
    unitsOf(db, actor),
    latestSnapshot(db),
  ]);
  const { fewestExaminations, bins, falseAlarm } = driftRules;
  const versions = watched.map(({ product, version }) => ({ product, version }));
  const head = { dataCut: snapshot?.dataCut ?? null, fewestExaminations, bins, falseAlarm, versions };
  const chosen =
    watched.find((one) => one.product === input.product && (!input.version || one.version === input.version)) ??
    watched[0];
  if (!chosen || !snapshot) return { ...head, chosen: null, units: [], weeks: [] };
  const counted = await remembered(['ai drift', snapshot.id, chosen.calibrationId], () => countWeeks(snapshot, chosen));
  const own = counted.filter((one) => units.has(one.unitId));
  const judge = judgeOf(chosen);
  const rows = [...units].map(([unitId, name]) => {
    const weeks = weeksOf(
      own.filter((one) => one.unitId === unitId),
      judge,
    );
    const judged = weeks.filter((one) => one.drift);
    const alarms = judged.filter((one) => (one.drift?.alarms.length ?? 0) > 0).length;
    const whole = together(own.filter((one) => one.unitId === unitId));
    const examinations = whole.reduce((a, b) => a + b, 0);
    return { unitId, name, examinations, drift: judge(whole), weeks: judged.length, alarms };
  });
  const { product, version, calibration, description, examinations } = chosen;
  return {
    ...head,
    chosen: { product, version, calibration, description, examinations },
    units: rows.filter((row) => own.some((one) => one.unitId === row.unitId)),
    weeks: weeksOf(input.unit ? own.filter((one) => one.unitId === input.unit) : own, judge),
  };
}

/** All weeks as one. */
function together(counted: readonly Counted[]): readonly number[] {
  return Array.from({ length: driftRules.bins }, (_, i) =>
    counted.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0),
  );
}

type Judge = (counts: readonly number[]) => Week['drift'];

/** The least suspicious bin first, whichever way the scale points. */
function judgeOf({ points, higherIs, examinations }: Watched): Judge {
  const shares = sharesOf(points, binLimits(points, driftRules.bins));
  const turned = <T>(list: readonly T[]) => (higherIs === 'normal' ? list.toReversed() : list);
  const watch = driftWatch(turned(shares), examinations, driftRules);
  return (counts) => {
    const drift = watch(turned(counts));
    return drift ? { ...drift, alarms: [...drift.alarms] } : null;
  };
}

function weeksOf(counted: readonly Counted[], judge: Judge): Week[] {
  const weeks = new Map<Day, number[]>();
  for (const { monday, counts } of counted) {
    const sum = weeks.get(monday) ?? counts.map(() => 0);
    weeks.set(
      monday,
      counts.map((count, i) => count + (sum[i] ?? 0)),
    );
  }
  return [...weeks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, counts]) => ({
      monday,
      examinations: counts.reduce((a, b) => a + b, 0),
      drift: judge(counts),
    }));
}

async function countWeeks({ folder, dataCut }: SnapshotRow, watched: Watched): Promise<readonly Counted[]> {
  const limits = binLimits(watched.points, driftRules.bins);
  const bin = limits.map((limit) => `(a.score >= ${limit})::int`).join(' + ');
  const read = (fact: string) => `read_parquet(${quoted(join(folder, fact, '*.parquet'))})`;
  const duck = await openDuck();
  try {
    const rows = await duck.rows(
      `select x.unit as unit, date_trunc('week', x.day)::date as monday, ${bin} as bin, count(*) as n
       from ${read('ai-result')} a join ${read('examination')} x using (examination_id)
       where a.product = ${quoted(watched.product)} and a.version = ${quoted(watched.version)} and a.score is not null
         and x.day > date ${quoted(addDays(dataCut, -7 * driftRules.weeks))}
       group by all`,
    );
    const found = new Map<string, { unitId: string; monday: Day; counts: number[] }>();
    for (const { unit, monday, bin: at, n } of rows) {
      const key = `${unit} ${monday}`;
      const empty = Array.from({ length: limits.length + 1 }, () => 0);
      const one = found.get(key) ?? { unitId: String(unit), monday: String(monday) as Day, counts: empty };
      one.counts[Number(at)] = Number(n);
      found.set(key, one);
    }
    return [...found.values()];
  } finally {
    duck.close();
  }
}

function watchedVersions(db: Database, actor: Actor): Promise<readonly Watched[]> {
  return inTransaction(db, actor, async (tx) => {
    const { rows } = await sql<Watched>`
      select p.product, p.version, p.higher_is as "higherIs", c.name as calibration, c.calibration_id as "calibrationId",
        c.description, c.examinations, c.points
      from ai_product p
      join lateral (select * from ai_calibration_use u where u.product = p.product and u.version = p.version
        and u.from_day <= ${tx.today} order by u.from_day desc limit 1) u on true
      join ai_calibration c on c.calibration_id = u.calibration_id
      order by u.from_day desc, p.product, p.version desc`.execute(tx.q);
    return rows;
  });
}

/** The units whose images the actor may see, by name. */
async function unitsOf(db: Database, { centres }: Actor): Promise<ReadonlyMap<string, string>> {
  const units = await db.kysely.selectFrom('unit').select(['id', 'name', 'centre_id']).orderBy('name').execute();
  return new Map(units.filter((u) => centres === 'all' || centres.includes(u.centre_id)).map((u) => [u.id, u.name]));
}
