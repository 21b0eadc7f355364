import { sql } from 'kysely';
import { type Due, dueDay } from '#core/invitation/due';
import { addMonths, addYears, type Day, yearOf } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { byProgramme } from '#server/db/by-programme';
import { plannedEachTime } from '#server/db/statement-name';
import type { Tx } from '#server/db/transaction';
import { loadWomen, type WomanFacts } from './load-women.ts';

export type DueWoman = WomanFacts & { readonly due: Extract<Due, { kind: 'due' }> };

export type WhoIsDue = {
  readonly dueUntil: Day;
  /** Areas; all when left out. */
  readonly centreIds?: readonly string[] | undefined;
};

/**
 * The women without an open round who are due up to and including a day, with all that planning asks about each. Where
 * only their days count: `loadDueDays`.
 */
export async function loadDueWomen(tx: Tx, input: WhoIsDue): Promise<readonly DueWoman[]> {
  const women = await byProgramme(tx, () => loadWomen(tx, sql`select p.person_id ${whoMayBeDue(tx, input)}`));
  return women.flatMap((woman) => {
    const due = dueDay(woman, tx.today, invitationRules.due);
    return due.kind === 'due' && due.on <= input.dueUntil ? [{ ...woman, due }] : [];
  });
}

/**
 * `from person p where …`, the women of the actor's centres who may be due: the query only sorts out those who cannot be,
 * the rule (`dueDay`) decides. To be asked `byProgramme`: a woman who has moved may have her open round at the centre she came
 * from, which this one does not see, and without it she would count as having none.
 * It is answered from indexes alone (person_due of sql/0130_speed.sql, episode_one_open of sql/0003_invitation.sql).
 */
export function whoMayBeDue(tx: Tx, input: WhoIsDue) {
  const rules = invitationRules.due;
  const spans = [rules.ages, ...Object.values(rules.agesByCentre)];
  const youngest = addYears(input.dueUntil, -Math.min(...spans.map((span) => span.from)));
  const oldestYear = yearOf(tx.today) - Math.max(...spans.map((span) => span.to)) - rules.lateYears;
  const before = addMonths(input.dueUntil, -rules.intervalMonths);
  const { centres: seen } = tx.actor;
  const centres =
    (seen === 'all' ? input.centreIds : (input.centreIds ?? seen).filter((id) => seen.includes(id))) ?? null;
  return sql`${plannedEachTime}
      from person p
      where p.kind = 'known' and p.sex = 'female' and p.status = 'resident'
        and (${centres}::text[] is null or p.centre_id = any(${centres}::text[]))
        and p.birth_date between ${`${oldestYear}-01-01`} and ${youngest}
        and (p.last_screened_on is null or p.last_screened_on <= ${before})
        and (p.last_invited_on is null or p.last_invited_on <= ${before})
        and not exists (select from episode e where e.person_id = p.person_id and e.state <> 'closed')
        and not exists (
          select from invitation_stop s
          where s.person_id = p.person_id and s.from_day <= ${tx.today} and (s.lifted_on is null or s.lifted_on > ${tx.today}))`;
}
