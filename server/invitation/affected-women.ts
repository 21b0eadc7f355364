import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type Affected = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly episodeId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly digital: boolean;
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The second of two times, for who needs longer. */
  readonly alsoAt: string | null;
  readonly version: number;
};

/** The women with a live appointment from a day on, at a unit or at all units of an area, by time. */
export async function affectedWomen(
  tx: Tx,
  input: {
    readonly from: Day;
    readonly unitId?: string | undefined;
    readonly centreId?: string | undefined;
    readonly to?: Day | undefined;
  },
): Promise<readonly Affected[]> {
  const rows = await tx.q
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.person_id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select([
      'a.person_id',
      'a.appointment_id',
      'a.episode_id',
      'a.unit_id',
      'a.day',
      'a.at',
      'a.also_at',
      'a.version',
      'p.given_name',
      'p.family_name',
      'p.phone',
      'p.digital',
    ])
    .where('a.status', 'in', ['invited', 'confirmed'])
    .where('a.day', '>=', input.from)
    .$if(input.to !== undefined, (query) => query.where('a.day', '<=', input.to ?? input.from))
    .$if(input.unitId !== undefined, (query) => query.where('a.unit_id', '=', input.unitId ?? ''))
    .$if(input.centreId !== undefined, (query) => query.where('u.centre_id', '=', input.centreId ?? ''))
    .orderBy('a.day')
    .orderBy('a.at')
    .orderBy('a.person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    appointmentId: row.appointment_id,
    episodeId: row.episode_id,
    name: `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim(),
    phone: row.phone,
    digital: row.digital,
    unitId: row.unit_id,
    day: row.day,
    at: row.at.slice(0, 5),
    alsoAt: row.also_at?.slice(0, 5) ?? null,
    version: row.version,
  }));
}
