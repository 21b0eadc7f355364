import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { examinationForm } from '#contracts/examination';
import { interviewSchema } from '#core/examination/interview';
import type { ExaminationResult } from '#core/examination/result';
import type { View } from '#core/examination/views';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';
import { type Here, imagesToTake, studiesDrawingFor } from '#server/studies/images-to-take';
import { unitDayLine } from './unit-day.ts';

type Form = OutputOf<typeof examinationForm>;
type Key = { readonly personId: string; readonly appointmentId: string };

const { criteria, worthANewTime, newTimeAfter, symptomsForRecall, ...numbers } = examinationRules;
export const formRules: Form['rules'] = {
  ...numbers,
  criteria: criteria.map((c) => ({ ...c, projections: [...c.projections] })),
  worthANewTime: [...worthANewTime],
  newTimeAfter: [...newTimeAfter],
  symptomsForRecall: [...symptomsForRecall],
};

type LastRow = {
  day: Day;
  unit_name: string;
  result: ExaminationResult;
  interview: unknown;
  missing: { view: View; reason: string }[] | null;
};

/** What the radiographer needs beside the woman: her line, her last examination, the criteria of image quality. */
export async function loadExaminationForm(tx: Tx, key: Key): Promise<Result<Form>> {
  const woman = await unitDayLine(tx, key);
  if (!woman) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  tx.look(key.personId, 'examination form');
  const unit = await tx.q
    .selectFrom('appointment')
    .innerJoin('unit', 'unit.id', 'appointment.unit_id')
    .select(['unit.name', 'unit.id', 'appointment.centre_id'])
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .executeTakeFirstOrThrow();
  const here = { personId: key.personId, episodeId: woman.episodeId, centreId: unit.centre_id, unitId: unit.id };
  return ok({
    today: tx.today,
    woman,
    unitId: unit.id,
    unitName: unit.name,
    last: await loadLast(tx, key),
    draw: woman.status === 'checked-in' ? await loadDraw(tx, here) : null,
    rules: formRules,
  });
}

/** What a study says of the images to take: for who takes them, since it tells the arm. */
async function loadDraw(tx: Tx, here: Here): Promise<Form['draw']> {
  if (tx.actor.role !== 'radiographer') return null;
  const drawn = await imagesToTake(tx, here);
  if (drawn) return { title: drawn.title, modality: drawn.modality };
  const [drawing] = await studiesDrawingFor(tx, here);
  return drawing ? { title: drawing.title, modality: null } : null;
}

async function loadLast(tx: Tx, key: Key): Promise<Form['last']> {
  const { rows } = await sql<LastRow>`
    select x.day, u.name as unit_name, x.result, x.interview,
      (select jsonb_agg(jsonb_build_object('view', i.view, 'reason', i.missing_reason) order by i.view) from image i
       where i.person_id = x.person_id and i.examination_id = x.examination_id and not i.taken) as missing
    from examination x join unit u on u.id = x.unit_id
    where x.person_id = ${key.personId} and x.appointment_id is distinct from ${key.appointmentId}::uuid
    order by x.day desc, x.examination_id limit 1`.execute(tx.q);
  const [row] = rows;
  if (!row) return null;
  // Imported examinations carry no interview, or one of another system's making.
  const interview = interviewSchema.safeParse(row.interview);
  return {
    day: row.day,
    unitName: row.unit_name,
    result: row.result,
    interview: interview.success ? interview.data : null,
    missing: row.missing ?? [],
  };
}
