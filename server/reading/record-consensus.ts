import { ok, type Result, refuse } from '#core/kernel/result';
import { checkConsensus, checkReasons, type ConsensusDraft } from '#core/reading/consensus';
import { freezesAt } from '#core/reading/freeze';
import { mayDecide } from '#core/reading/meeting';
import { stepsOf } from '#core/protocols/protocol';
import { consensusReasons, readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { claimedTask } from './claimed-task.ts';
import { type CaseKey, loadCase } from './load-case.ts';
import { settleCase } from './settle-case.ts';
import { openMeetingOf, radiologistsOf } from './sitting.ts';

export type NewConsensus = CaseKey &
  ConsensusDraft & {
    readonly step: string;
    readonly note?: string | undefined;
    /** The meeting that decides; then its members are those present. */
    readonly meetingId?: string | undefined;
  };

/**
 * Writes what two or three radiologists decided, and why for each breast. Once it is final (freezeAllDue), recall sends the
 * episode to assessment; dismissal closes it and decides the result letter. Refuses with `taken`, `not-claimed`, `members`, `breasts`, `reason`; in a meeting
 * also with `meeting-closed`, `not-present`, `too-few` or `presence-changed`.
 */
export async function recordConsensus(
  tx: Tx,
  input: NewConsensus,
): Promise<Result<{ readonly decision: 'recall' | 'dismiss'; readonly frozenFrom: Date }>> {
  const loaded = await loadCase(tx, input, { lock: true });
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  const task = await claimedTask(tx, input, 'consensus');
  if (!task.ok) return task;
  const step = stepsOf(found.protocol, found.arm).find((s) => 'consensus' in s && s.consensus === input.step);
  if (!step || !('consensus' in step)) return refuse('not-open', 'This case is not waiting for consensus');
  const known = new Set((await radiologistsOf(tx, found.centreId)).map((one) => one.id));
  const checked = checkConsensus(input, step, known);
  if (!checked.ok) return checked;
  const reasons = checkReasons(input, consensusReasons);
  if (!reasons.ok) return reasons;
  if (input.meetingId) {
    const meeting = await openMeetingOf(tx, input.meetingId);
    if (!meeting.ok) return meeting;
    const may = mayDecide(input.members, meeting.value.present, tx.actor.userId, step);
    if (!may.ok) return may;
  }
  if (!input.members.includes(tx.actor.userId))
    return refuse('members', 'The one who records a consensus is one of its members');
  const frozenFrom = new Date(freezesAt(readingRules, { instant: tx.at.getTime(), today: tx.today }));
  await tx.q
    .insertInto('consensus')
    .values({
      person_id: input.personId,
      case_id: input.caseId,
      step: input.step,
      day: tx.today,
      members: [...input.members],
      decision: input.decision,
      breasts: [...input.breasts],
      note: input.note ?? null,
      meeting_id: input.meetingId ?? null,
      reasons: JSON.stringify(reasons.value.map((r) => ({ ...r, note: r.note ?? null }))),
      frozen_from: frozenFrom,
    })
    .execute();
  tx.record('reading.consensus', input.personId, {
    case: input.caseId,
    decision: input.decision,
    members: input.members,
  });
  const settled = await settleCase(tx, input, { locked: true });
  return settled.ok ? ok({ decision: input.decision, frozenFrom }) : settled;
}
