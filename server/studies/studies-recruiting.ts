import { planSchema, type StudyPlan } from '#core/studies/study';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

/** The plans, in the version now in use, of the studies that recruit at a centre on a day, in order of id. */
export async function studiesRecruiting(
  tx: Tx,
  { centreId, day }: { readonly centreId: string; readonly day: Day },
): Promise<readonly StudyPlan[]> {
  const rows = await tx.q
    .selectFrom('study as s')
    .innerJoin('study_site as t', 't.study_id', 's.study_id')
    .innerJoin('study_version as v', (j) =>
      j.onRef('v.study_id', '=', 's.study_id').onRef('v.version', '=', 's.version'),
    )
    .select(['s.study_id', 's.version', 'v.signature', 'v.plan'])
    .where('s.state', '=', 'open')
    .where('t.centre_id', '=', centreId)
    .where('t.state', '=', 'open')
    .where('t.since', '<=', day)
    .orderBy('s.study_id')
    .execute();
  return rows.map((row) => parsePlan(row.plan, row.signature));
}

const parsed = new Map<string, StudyPlan>();

/** A stored plan. A signed one never changes, so each is parsed once. */
export function parsePlan(plan: unknown, signature: string | null): StudyPlan {
  if (signature === null) return planSchema.parse(plan);
  const known = parsed.get(signature) ?? planSchema.parse(plan);
  parsed.set(signature, known);
  return known;
}
