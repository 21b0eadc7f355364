import { sql } from 'kysely';
import type { aiOverview } from '#contracts/ai';
import type { OutputOf } from '#contracts/endpoint';
import { addDays } from '#core/kernel/day';
import { aiRules } from '#programmes/breast-no/ai';
import type { Tx } from '#server/db/transaction';

type Overview = OutputOf<typeof aiOverview>;

/** How many days are counted. */
const DAYS = 28;

/** Products and calibrations, and the last weeks in counts. Counts only: it is run by the system's hand. */
export async function loadAiOverview(tx: Tx): Promise<Overview> {
  const from = addDays(tx.today, 1 - DAYS);
  const products = await sql<Overview['products'][number]>`
    select p.product, p.version, p.name, p.vendor, p.scale_min as "scaleMin", p.scale_max as "scaleMax",
      p.higher_is as "higherIs", p.gives, p.registered_on as "registeredOn",
      exists (select from ai_key k where k.product = p.product) as "hasKey",
      (select c.name from ai_calibration_use u join ai_calibration c using (calibration_id)
        where u.product = p.product and u.version = p.version and u.from_day <= ${tx.today}
        order by u.from_day desc limit 1) as calibration
    from ai_product p order by p.product, p.registered_on desc, p.version desc`.execute(tx.q);
  const calibrations = await sql<Overview['calibrations'][number]>`
    select c.calibration_id as "calibrationId", c.product, c.version, c.name, c.description, c.source, c.examinations,
      c.made_on as "madeOn", coalesce(m.name, c.made_by) as "madeBy",
      coalesce((select jsonb_agg(jsonb_build_object('from', u.from_day, 'by', coalesce(s.name, u.set_by)) order by u.from_day desc)
        from ai_calibration_use u left join staff_user s on s.id = u.set_by
        where u.calibration_id = c.calibration_id), '[]') as uses,
      c.calibration_id is not distinct from (select u.calibration_id from ai_calibration_use u where u.product = c.product
        and u.version = c.version and u.from_day <= ${tx.today} order by u.from_day desc limit 1) as "inUse"
    from ai_calibration c left join staff_user m on m.id = c.made_by
    order by c.product, c.version, c.made_on desc, c.name`.execute(tx.q);
  const days = await sql<Overview['days'][number]>`
    select day, product, sum(answered)::int as answered, sum(failed)::int as failed, sum(late)::int as late,
      sum(not_used)::int as "notUsed"
    from (
      select r.day, r.product, (r.failure is null)::int as answered, (r.failure is not null)::int as failed, 0 as late,
        (exists (select from reading_case c join ai_late l on l.person_id = c.person_id and l.case_id = c.case_id
          where c.person_id = r.person_id and c.examination_id = r.examination_id and l.product = r.product
            and r.received_at > l.recorded_at))::int as not_used
      from ai_run r where r.day >= ${from}
      union all
      select day, product, 0, 0, 1, 0 from ai_late where day >= ${from}
    ) one group by day, product order by day desc, product`.execute(tx.q);
  const reveals = await sql<Overview['reveals'][number]>`
    select product, item, role, step, count(*)::int as shown, count(distinct case_id)::int as cases
    from ai_reveal, unnest(items) as item where day >= ${from}
    group by product, item, role, step order by product, step nulls last, item, role`.execute(tx.q);
  const refusals = await sql<{ n: number }>`
    select count(*)::int as n from ai_refusal where day >= ${from}`.execute(tx.q);
  return {
    today: tx.today,
    from,
    awaitedDays: aiRules.awaitedDays,
    refusals: refusals.rows[0]?.n ?? 0,
    products: products.rows,
    calibrations: calibrations.rows,
    days: days.rows,
    reveals: reveals.rows,
  };
}
