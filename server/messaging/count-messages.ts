import { sql } from 'kysely';
import type { z } from 'zod';
import type { countMessages as contract } from '#contracts/messaging';
import { addDays, type Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

const DAYS = 14;

type Output = z.input<(typeof contract)['output']>;

/** Counts over the messages that the actor may see: what waits now, and the last 14 programme days. */
export async function countMessages(tx: Tx): Promise<Output> {
  const from = addDays(tx.today, 1 - DAYS);
  const now = await sql<{ for_a_person: number; waiting: number }>`
    select count(*) filter (where state = 'failed') as for_a_person, count(*) filter (where state = 'waiting') as waiting
    from message where state in ('failed', 'waiting')`.execute(tx.q);
  const { rows } = await sql<Output['days'][number]>`
    with decided as (
      select decided_on as day, count(*) as n from message where decided_on between ${from} and ${tx.today} group by 1
    ), reported as (
      select day, count(*) filter (where event = 'accepted' and step = 'digital') as digital,
        count(*) filter (where event = 'printed') as printed,
        count(*) filter (where event = 'accepted' and step = 'sms') as sms,
        count(*) filter (where event = 'opened') as opened,
        count(*) filter (where event in ('error', 'given-up')) as errors
      from message_delivery where day between ${from} and ${tx.today} group by 1
    )
    select d.day::date as day, coalesce(decided.n, 0) as decided, coalesce(digital, 0) as digital,
      coalesce(printed, 0) as printed, coalesce(sms, 0) as sms, coalesce(opened, 0) as opened, coalesce(errors, 0) as errors
    from generate_series(${from}::date, ${tx.today}::date, '1 day') as d (day)
    left join decided on decided.day = d.day left join reported on reported.day = d.day
    order by d.day desc`.execute(tx.q);
  const [counts] = now.rows;
  return {
    today: tx.today as Day,
    forAPerson: counts?.for_a_person ?? 0,
    waiting: counts?.waiting ?? 0,
    days: rows,
  };
}
