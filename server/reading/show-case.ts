import { sql } from 'kysely';
import type { z } from 'zod';
import type { shownCase } from '#contracts/reading';
import { ageOn, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { openTasks } from '#core/protocols/open-tasks';
import { type PriorsHold, priorsRequest } from '#core/reading/priors';
import { stepsOf } from '#core/protocols/protocol';
import { type Visible, visibleOf } from '#core/protocols/visible';
import { noteReveal } from '#server/ai/note-reveal';
import type { Tx } from '#server/db/transaction';
import { type CaseKey, loadCase, type LoadedCase } from './load-case.ts';
import type { Reader } from './reader.ts';
import { shownMarks } from './shown-marks.ts';
import { radiologistsOf } from './sitting.ts';

export type ShownCase = z.input<typeof shownCase>;

const PRIORS_SHOWN = 4;

/**
 * An open, claimed task with what its viewer may see: everything about opinions and machines comes from `visibleOf`, and
 * that a machine's result was shown is written in the same transaction.
 */
export async function showCase(
  tx: Tx,
  key: CaseKey,
  step: string,
  reader: Pick<Reader, 'senior'>,
): Promise<Result<ShownCase>> {
  const loaded = await loadCase(tx, key);
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  const now = openTasks(found.protocol, found.arm, found.facts);
  const task = now.kind === 'open' ? now.tasks.find((t) => t.step === step) : undefined;
  if (!task) return refuse('not-open', 'This case is not open any more; open the next one');
  const { userId, role } = tx.actor;
  const seen = visibleOf(found.protocol, found.arm, found.facts, { role, userId, step, senior: reader.senior });
  const header = await loadHeader(tx, found, step);
  const lookedAt = task.kind === 'read' ? 'images, to read' : 'images and reads, for consensus';
  tx.look(found.personId, lookedAt);
  await noteReveal(tx, found, step, seen);
  const { birthDate, round, firstTime, leaseUntil, examination, priors, priorsHold } = header;
  return ok({
    personId: found.personId,
    caseId: found.caseId,
    step,
    kind: task.kind,
    openedOn: found.openedOn,
    leaseUntil: (leaseUntil ?? tx.at).toISOString(),
    woman: { age: ageOn(birthDate, examination.day as Day), round, firstTime },
    examination,
    priors: seen.priors ? priors : null,
    priorsRequest: priorsRequest(seen.priors ? priorsHold : null),
    own: [...seen.own],
    others: [...seen.others],
    ai: seen.ai,
    marks: shownMarks(seen),
    revises: revisedBy(found, step),
    consensus: task.kind === 'consensus' ? await consensusForm(tx, found, step, stepsShown(seen)) : null,
  });
}

type Header = Pick<ShownCase, 'examination'> & {
  readonly birthDate: Day;
  readonly round: number;
  readonly firstTime: boolean;
  readonly leaseUntil: Date | null;
  readonly priorsHold: PriorsHold | null;
  readonly priors: NonNullable<ShownCase['priors']>;
};

async function loadHeader(tx: Tx, { personId, caseId, examinationId }: LoadedCase, step: string): Promise<Header> {
  const { rows } = await sql<Header>`
    select (select jsonb_build_object('day', h.day, 'releasedOn', h.released_on, 'answer', h.answer) from reading_hold h
        where h.person_id = x.person_id and h.case_id = ${caseId} and h.kind = 'priors'
        order by h.day desc, h.released_on desc nulls first limit 1) as "priorsHold",
      p.birth_date as "birthDate", e.number as round, e.prevalent as "firstTime", t.lease_until as "leaseUntil",
      jsonb_build_object('day', x.day, 'unit', u.name, 'modality', x.modality, 'symptoms', x.symptoms, 'implants', x.implants,
        'views', coalesce((select jsonb_agg(jsonb_build_object('view', view, 'taken', taken, 'reason', missing_reason) order by view)
          from image i where i.person_id = x.person_id and i.examination_id = x.examination_id), '[]')) as examination,
      coalesce((select jsonb_agg(to_jsonb(earlier)) from (
        select day, modality from examination o
        where o.person_id = x.person_id and o.day < x.day and o.result <> 'technical-recall'
        order by day desc limit ${PRIORS_SHOWN}) earlier), '[]') as priors
    from examination x
    join person p on p.person_id = x.person_id
    join episode e on e.person_id = x.person_id and e.episode_id = x.episode_id
    join unit u on u.id = x.unit_id
    join reading_task t on t.person_id = x.person_id and t.case_id = ${caseId} and t.step = ${step}
    where x.person_id = ${personId} and x.examination_id = ${examinationId}`.execute(tx.q);
  const [row] = rows;
  if (!row) throw new Error(`case ${caseId} has no examination or no task "${step}"`);
  return row;
}

/** The reader's own earlier read that this step asks her to look at again; null for a first look. */
function revisedBy({ protocol, arm }: LoadedCase, name: string): string | null {
  const step = stepsOf(protocol, arm).find((s) => 'read' in s && s.read === name);
  return step && 'read' in step ? (step.revises ?? null) : null;
}

const stepsShown = ({ own, others }: Visible): readonly string[] => [...own, ...others].map((r) => r.step);

async function consensusForm(
  tx: Tx,
  found: LoadedCase,
  name: string,
  steps: readonly string[],
): Promise<NonNullable<ShownCase['consensus']>> {
  const step = stepsOf(found.protocol, found.arm).find((s) => 'consensus' in s && s.consensus === name);
  if (!step || !('consensus' in step)) throw new Error(`${found.protocol.id} has no consensus step "${name}"`);
  const radiologists = [...(await radiologistsOf(tx, found.centreId))];
  const findings = await findingsOf(tx, found, steps);
  return { min: step.min, max: step.max, proposed: step.default ?? null, radiologists, findings };
}

/** What the last revision of each of these reads marked; of no other read. */
async function findingsOf(
  tx: Tx,
  { personId, caseId }: CaseKey,
  steps: readonly string[],
): Promise<NonNullable<ShownCase['consensus']>['findings']> {
  const { rows } = await sql<NonNullable<ShownCase['consensus']>['findings'][number]>`
    select r.step, f.breast, f.kind
    from (select distinct on (step) step, findings from read
      where person_id = ${personId} and case_id = ${caseId} and step = any (${[...steps]}) order by step, revision desc) r,
      jsonb_to_recordset(r.findings) as f (breast text, kind text)`.execute(tx.q);
  return rows;
}
