import { sql } from 'kysely';
import { type Due, dueDay } from '#core/invitation/due';
import { addMonths, addYears, type Day, yearOf } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadWomen, type WomanFacts } from './load-women.ts';

export type DueWoman = WomanFacts & { readonly due: Extract<Due, { kind: 'due' }> };

/**
 * The women without an open round who are due up to and including a day, in areas (all when left out). The query only
 * sorts out those who cannot be due; the rule (`dueDay`) decides.
 */
export async function loadDueWomen(
  tx: Tx,
  input: { readonly dueUntil: Day; readonly centreIds?: readonly string[] | undefined },
): Promise<readonly DueWoman[]> {
  const rules = invitationRules.due;
  const spans = [rules.ages, ...Object.values(rules.agesByCentre)];
  const youngest = addYears(input.dueUntil, -Math.min(...spans.map((span) => span.from)));
  const oldestYear = yearOf(tx.today) - Math.max(...spans.map((span) => span.to)) - rules.lateYears;
  const before = addMonths(input.dueUntil, -rules.intervalMonths);
  const centres = input.centreIds ?? null;
  const women = await loadWomen(
    tx,
    sql`
      select p.person_id from person p
      where p.kind = 'known' and p.sex = 'female' and p.status = 'resident'
        and (${centres}::text[] is null or p.centre_id = any(${centres}::text[]))
        and p.birth_date between ${`${oldestYear}-01-01`} and ${youngest}
        and (p.last_screened_on is null or p.last_screened_on <= ${before})
        and not exists (
          select from episode e where e.person_id = p.person_id and (e.state <> 'closed' or e.opened_on > ${before}))
        and not exists (
          select from invitation_stop s
          where s.person_id = p.person_id and s.from_day <= ${tx.today} and (s.lifted_on is null or s.lifted_on > ${tx.today}))`,
  );
  return women.flatMap((woman) => {
    const due = dueDay(woman, tx.today, rules);
    return due.kind === 'due' && due.on <= input.dueUntil ? [{ ...woman, due }] : [];
  });
}
