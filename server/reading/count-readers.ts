import { join } from 'node:path';
import { addMonths, type Day } from '#core/kernel/day';
import type { ReaderCounts } from '#core/reading/own-figures';
import { type Duck, openDuck, quoted } from '#server/quality/duck';

/** A read step that is blind, by protocol, version and arm. */
export type BlindStep = {
  readonly protocol: string;
  readonly version: string;
  readonly arm: string;
  readonly step: string;
};

export type OwnCancer = {
  readonly caseId: string;
  readonly kind: 'found-by-other' | 'interval';
  readonly readOn: Day;
  readonly left: number;
  readonly right: number;
  readonly otherPositive: boolean;
  readonly diagnosedOn: Day;
};

export type CountedReaders = {
  readonly readers: ReadonlyMap<string, ReaderCounts>;
  /** Reads by year of the one asked about, over the whole snapshot. */
  readonly volume: readonly { readonly year: number; readonly reads: number }[];
  readonly cancers: readonly OwnCancer[];
};

/**
 * Every reader's counts on blind reads from a day on, from a snapshot, and for one of them her volume by year and her
 * cancers. Interval cancers are counted among reads followed for `intervalMonths`, so that no cancer is still to come.
 */
export async function countReaders(
  snapshot: { readonly folder: string; readonly dataCut: Day },
  options: {
    readonly reader: string;
    readonly from: Day;
    readonly blind: readonly BlindStep[];
    readonly intervalMonths: number;
  },
): Promise<CountedReaders> {
  const duck = await openDuck();
  try {
    await duck.run(blindReadsSql(snapshot.folder, options.blind));
    const followed = addMonths(snapshot.dataCut, -options.intervalMonths);
    const rows = await duck.rows(countsSql(options.from, followed));
    const readers = new Map(rows.map(({ reader, ...counts }) => [String(reader), counts as unknown as ReaderCounts]));
    const mine = `reader = ${quoted(options.reader)}`;
    return {
      readers,
      volume: (await duck.rows(
        `select year(day)::integer as year, count(*)::integer as reads from blind where ${mine} group by all order by 1 desc limit 10`,
      )) as unknown as CountedReaders['volume'],
      cancers: await cancersOf(duck, mine, options.from),
    };
  } finally {
    duck.close();
  }
}

/** One row a blind read, with what the other blind reads said, how the case ended and which cancer there was. */
function blindReadsSql(folder: string, steps: readonly BlindStep[]): string {
  const fact = (name: string) => `read_parquet(${quoted(join(folder, name, '*.parquet'))})`;
  const listed = steps.map((s) => `(${[s.protocol, s.version, s.arm, s.step].map(quoted).join(', ')})`);
  const values = listed.length > 0 ? listed.join(', ') : `('', '', '', '')`;
  return `create table blind as
    with step (protocol, version, arm, step) as (values ${values}),
    r as (
      select r.case_id, r.reader, r.day, r.score_left, r.score_right, c.episode_id, c.outcome,
        greatest(r.score_left, r.score_right) >= 2 as positive
      from ${fact('read')} r join ${fact('reading-case')} c using (case_id)
      join step s on s.protocol = c.protocol and s.version = c.protocol_version and s.arm = c.arm and s.step = r.step
    ),
    pair as (select case_id, count(*) as n, count(*) filter (positive) as positives from r group by case_id),
    cancer as (
      select episode_id, min(diagnosed_on) filter (detection = 'screen-detected') as screened,
        min(diagnosed_on) filter (detection = 'interval') as interval
      from ${fact('cancer')} where episode_id is not null group by episode_id
    )
    select r.*, b.n > 1 as paired, b.positives > 0 and b.positives < b.n as discordant,
      b.positives - r.positive::integer > 0 as other_positive, k.screened, k.interval
    from r join pair b using (case_id) left join cancer k using (episode_id)`;
}

function countsSql(from: Day, followed: Day): string {
  const count = (condition: string) => `(count(*) filter (${condition}))::integer`;
  const ended = `outcome in ('negative', 'dismissed') and day <= date '${followed}'`;
  return `select reader, count(*)::integer as reads, ${count('positive')} as positive,
    ${count('paired')} as paired, ${count('paired and discordant')} as discordant,
    ${count('positive and outcome is not null')} as "positiveClosed",
    ${count("positive and outcome = 'recall'")} as "positiveRecalled",
    ${count("positive and outcome = 'recall' and screened is not null")} as "recalledCancers",
    ${count('screened is not null')} as cancers, ${count('screened is not null and positive')} as "cancersMarked",
    ${count(ended)} as followed, ${count(`${ended} and "interval" is not null`)} as "intervalCancers"
    from blind where day >= date '${from}' group by reader order by reader`;
}

async function cancersOf(duck: Duck, mine: string, from: Day): Promise<readonly OwnCancer[]> {
  const rows = await duck.rows(`
    select case_id as "caseId", case when "interval" is not null then 'interval' else 'found-by-other' end as kind,
      day as "readOn", score_left as "left", score_right as "right", other_positive as "otherPositive",
      coalesce("interval", screened) as "diagnosedOn"
    from blind where ${mine} and day >= date '${from}'
      and ("interval" is not null or (screened is not null and not positive))
    order by day desc limit 200`);
  return rows as unknown as OwnCancer[];
}
