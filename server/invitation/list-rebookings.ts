import { sql } from 'kysely';
import { mayUndo } from '#core/invitation/undo-rebooking';
import { addDays, type Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';

type Row = {
  rebookingId: string;
  cause: 'unit-paused' | 'area-paused' | 'hours' | 'day-changed';
  unitId: string | null;
  place: string;
  from: Day;
  reason: string;
  affected: number;
  rebooked: number;
  madeOn: Day;
  madeBy: string;
  undoneOn: Day | null;
};

/** Days back that the list goes. */
const SHOWN_DAYS = 60;

/** The latest times the programme moved women, newest first, and whether each can still be taken back. */
export async function listRebookings(
  tx: Tx,
  input: { readonly unitId?: string | undefined },
): Promise<readonly (Row & { readonly mayUndo: boolean })[]> {
  const { rows } = await sql<Row>`
    select r.rebooking_id as "rebookingId", r.cause, r.unit_id as "unitId", coalesce(u.name, c.name) as place,
      r.from_day as "from", r.reason, r.affected, r.rebooked, r.made_on as "madeOn", coalesce(s.name, r.made_by) as "madeBy",
      r.undone_on as "undoneOn"
    from rebooking r
    join centre c on c.id = r.centre_id
    left join unit u on u.id = r.unit_id
    left join staff_user s on s.id = r.made_by
    where r.made_on >= ${addDays(tx.today, -SHOWN_DAYS)}
      and (${input.unitId ?? null}::text is null or r.unit_id = ${input.unitId ?? null})
    order by r.made_on desc, r.rebooking_id`.execute(tx.q);
  const { undoDays } = invitationRules.rebooking;
  return rows.map((row) => ({ ...row, mayUndo: mayUndo(row, tx.today, undoDays).ok }));
}
