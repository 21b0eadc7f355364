import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { draw, type Standing } from '#core/studies/draw';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';

type Wanted = {
  readonly stratum: string;
  readonly subject: string;
  readonly levels: readonly string[];
  readonly day: Day;
};
export type TakenDraw = {
  readonly stratum: string;
  readonly position: number;
  readonly arm: string;
  /** False: the subject had been drawn before. */
  readonly first: boolean;
};

type Door = {
  readonly place: number;
  readonly drawn_stratum: string;
  readonly drawn_arm: string | null;
  readonly standing: Standing | null;
  readonly digests: readonly string[] | null;
};

/**
 * The draw of a subject: the one it has, or the next position of the stratum. The key stays in the database; draw_position
 * (sql/0112_studies.sql) holds the stratum until the transaction ends and gives the digests of one block, from which
 * core/studies/draw.ts says what the position holds. If the transaction does not come through, the position is free again.
 */
export async function takeDraw(tx: Tx, plan: StudyPlan, wanted: Wanted): Promise<TakenDraw> {
  const { stratum, subject } = wanted;
  const { rows } = await sql<Door>`select * from draw_position(${plan.id}, ${stratum}, ${subject})`.execute(tx.q);
  const door = rows[0];
  if (!door) throw new Error(`no draw for ${plan.id} ${stratum}`);
  const { place: position, standing, digests } = door;
  if (door.drawn_arm !== null) return { stratum: door.drawn_stratum, position, arm: door.drawn_arm, first: false };
  if (!standing || !digests) throw new Error(`${plan.id} ${stratum}: nothing to draw from`);
  const next = nextDraw(plan, standing, wanted, digests);
  await tx.q
    .updateTable('study_stratum')
    .set({ standing: JSON.stringify(next.standing) })
    .where('study_id', '=', plan.id)
    .where('stratum', '=', stratum)
    .execute();
  await tx.q
    .insertInto('study_draw')
    .values({
      study_id: plan.id,
      stratum,
      position,
      subject,
      version: plan.version,
      levels: JSON.stringify(wanted.levels),
      arm: next.arm,
      day: wanted.day,
    })
    .execute();
  return { stratum, position, arm: next.arm, first: true };
}

function nextDraw(plan: StudyPlan, standing: Standing, wanted: Wanted, digests: readonly string[]) {
  const digest = (part: number) => {
    const text = digests[part];
    if (text === undefined)
      throw new Error(`the block of ${plan.id} ${wanted.stratum} needs more than ${part} digests`);
    return text;
  };
  return draw(plan, standing, wanted.levels, digest);
}
