import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { overview } from '#contracts/overview';
import { workingDaysBetween } from '#core/assessment/time-limits';
import { addDays, type Day } from '#core/kernel/day';
import { type LetterGroup, letterTimes } from '#core/programme/letter-times';
import { timeLimits } from '#programmes/breast-no/assessment';
import { openDays } from '#server/assessment/open-days';
import type { Tx } from '#server/db/transaction';

/** Days back that letters are counted. */
const WITHIN_DAYS = 28;

/** Working days from examination to the decision of the normal result letter, in all and by centre, against the guideline. */
export async function loadLetterDays(tx: Tx): Promise<OutputOf<typeof overview>['letterDays']> {
  const { rows } = await sql<{ id: string; name: string; screened: Day; decided: Day; letters: number }>`
    select c.id, c.short_name as name, x.day as screened, m.decided_on as decided, count(*)::int as letters
    from message m
    join episode e on e.person_id = m.person_id and e.episode_id = m.episode_id
    join centre c on c.id = e.centre_id
    join lateral (
      select max(x.day) as day from examination x
      where x.person_id = m.person_id and x.episode_id = m.episode_id
    ) x on x.day is not null
    where m.kind = 'result-normal' and m.decided_on > ${addDays(tx.today, -WITHIN_DAYS)}
    group by c.id, c.short_name, x.day, m.decided_on`.execute(tx.q);
  const { desirable, acceptable, source } = timeLimits['screening-to-result'];
  const groups = rows.map((row): LetterGroup & { readonly name: string } => ({
    centreId: row.id,
    name: row.name,
    workingDays: workingDaysBetween(row.screened, row.decided, openDays),
    letters: row.letters,
  }));
  const limit = { desirable, acceptable };
  const spread = new Map<number, number>();
  for (const { workingDays, letters } of groups) spread.set(workingDays, (spread.get(workingDays) ?? 0) + letters);
  const centres = [...new Map(groups.map((group) => [group.centreId, group.name]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    ...letterTimes(groups, limit),
    limit: { ...limit, source },
    spread: [...spread]
      .map(([workingDays, letters]) => ({ workingDays, letters }))
      .sort((a, b) => a.workingDays - b.workingDays),
    centres: centres.map(([id, name]) => ({
      id,
      name,
      ...letterTimes(
        groups.filter((group) => group.centreId === id),
        limit,
      ),
    })),
  };
}
