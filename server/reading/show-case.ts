import type { z } from 'zod';
import type { shownCase } from '#contracts/reading';
import { ageOn } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { openTasks } from '#core/reading/open-tasks';
import { stepsOf } from '#core/reading/protocol';
import { visibleOf } from '#core/reading/visible';
import type { Tx } from '#server/db/transaction';
import { type CaseKey, loadCase, type LoadedCase } from './load-case.ts';

export type ShownCase = z.input<typeof shownCase>;

/** An open, claimed task with what its viewer may see: everything about opinions and machines comes from `visibleOf`. */
export async function showCase(tx: Tx, key: CaseKey, step: string): Promise<Result<ShownCase>> {
  const loaded = await loadCase(tx, key);
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  const now = openTasks(found.protocol, found.arm, found.facts);
  const task = now.kind === 'open' ? now.tasks.find((t) => t.step === step) : undefined;
  if (!task) return refuse('not-open', 'This case is not open any more; open the next one');
  const { userId, role } = tx.actor;
  const seen = visibleOf(found.protocol, found.arm, found.facts, { role, userId, step });
  const header = await loadHeader(tx, found, step);
  const lookedAt = task.kind === 'read' ? 'images, to read' : 'images and reads, for consensus';
  tx.look(found.personId, lookedAt);
  return ok({
    personId: found.personId,
    caseId: found.caseId,
    step,
    kind: task.kind,
    openedOn: found.openedOn,
    ...header,
    priors: seen.priors ? await loadPriors(tx, found) : null,
    own: [...seen.own],
    others: [...seen.others],
    ai: seen.ai,
    consensus: task.kind === 'consensus' ? await consensusForm(tx, found, step) : null,
  });
}

async function loadHeader(tx: Tx, found: LoadedCase, step: string) {
  const row = await tx.q
    .selectFrom('examination as x')
    .innerJoin('person as p', 'p.person_id', 'x.person_id')
    .innerJoin('episode as e', (j) =>
      j.onRef('e.person_id', '=', 'x.person_id').onRef('e.episode_id', '=', 'x.episode_id'),
    )
    .innerJoin('unit as u', 'u.id', 'x.unit_id')
    .innerJoin('reading_task as t', (j) =>
      j.onRef('t.person_id', '=', 'x.person_id').on('t.case_id', '=', found.caseId).on('t.step', '=', step),
    )
    .select([
      'x.day',
      'x.modality',
      'x.symptoms',
      'x.implants',
      'u.name as unit',
      'p.birth_date',
      'e.number',
      'e.prevalent',
      't.lease_until',
    ])
    .where('x.person_id', '=', found.personId)
    .where('x.examination_id', '=', found.examinationId)
    .executeTakeFirstOrThrow();
  const images = await tx.q
    .selectFrom('image')
    .select(['view', 'taken', 'missing_reason as reason'])
    .where('person_id', '=', found.personId)
    .where('examination_id', '=', found.examinationId)
    .orderBy('view')
    .execute();
  return {
    leaseUntil: (row.lease_until ?? tx.at).toISOString(),
    woman: { age: ageOn(row.birth_date, row.day), round: row.number, firstTime: row.prevalent },
    examination: {
      day: row.day,
      unit: row.unit,
      modality: row.modality,
      symptoms: row.symptoms,
      implants: row.implants,
      views: images,
    },
  };
}

async function loadPriors(tx: Tx, found: LoadedCase): Promise<NonNullable<ShownCase['priors']>> {
  return tx.q
    .selectFrom('examination')
    .select(['day', 'modality'])
    .where('person_id', '=', found.personId)
    .where('examination_id', '<>', found.examinationId)
    .where('result', '<>', 'technical-recall')
    .orderBy('day', 'desc')
    .limit(4)
    .execute();
}

async function consensusForm(tx: Tx, found: LoadedCase, name: string): Promise<NonNullable<ShownCase['consensus']>> {
  const step = stepsOf(found.protocol, found.arm).find((s) => 'consensus' in s && s.consensus === name);
  if (!step || !('consensus' in step)) throw new Error(`${found.protocol.id} has no consensus step "${name}"`);
  const radiologists = await tx.q
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('role', '=', 'radiologist')
    .where('centre_id', '=', found.centreId)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  return { min: step.min, max: step.max, proposed: step.default ?? null, radiologists };
}
