import { ok, type Result } from '#core/kernel/result';
import type { Score } from '#core/protocols/facts';
import { freezesAt, isFrozen } from '#core/reading/freeze';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { claimedTask } from './claimed-task.ts';
import { type CaseKey, loadCase } from './load-case.ts';
import { settleCase } from './settle-case.ts';

export type Finding = { readonly breast: 'left' | 'right'; readonly kind: string };

export type NewRead = CaseKey & {
  readonly step: string;
  readonly left: Score;
  readonly right: Score;
  readonly findings?: readonly Finding[] | undefined;
  /** Time from opening to saving; never shown as a contest. */
  readonly seconds?: number | undefined;
};

/**
 * Writes the acting reader's opinion of a case she has claimed, and opens what follows. Saying exactly the same again (a
 * retried request) changes nothing. Refuses with `taken` or `not-claimed`.
 */
export async function recordRead(tx: Tx, input: NewRead): Promise<Result<{ readonly frozenFrom: Date }>> {
  const found = await loadCase(tx, input, { lock: true });
  if (!found.ok) return found;
  const frozenFrom = new Date(freezesAt(readingRules, { instant: tx.at.getTime(), today: tx.today }));
  if (found.value.facts.reads.some((r) => isSame(r, input, tx.actor.userId))) return ok({ frozenFrom });
  const task = await claimedTask(tx, input, 'read');
  if (!task.ok) return task;
  const revises = found.value.protocol.arms[found.value.arm]?.steps.find((s) => 'read' in s && s.read === input.step);
  await tx.q
    .insertInto('read')
    .values({
      person_id: input.personId,
      case_id: input.caseId,
      step: input.step,
      reader: tx.actor.userId,
      day: tx.today,
      score_left: input.left,
      score_right: input.right,
      findings: JSON.stringify(input.findings ?? []),
      seconds: input.seconds ?? null,
      frozen_from: frozenFrom,
      revises: revises && 'read' in revises ? (revises.revises ?? null) : null,
    })
    .execute();
  tx.record('reading.read', input.personId, { case: input.caseId, step: input.step });
  const { step, left, right } = input;
  const frozen = isFrozen(
    { day: tx.today, frozenFrom: frozenFrom.getTime() },
    { instant: tx.at.getTime(), today: tx.today },
  );
  const read = { step, reader: tx.actor.userId, left, right, frozen };
  const reads = [...found.value.facts.reads.filter((r) => r.step !== step), read];
  const known = { ...found.value, facts: { ...found.value.facts, reads } };
  const settled = await settleCase(tx, input, { known });
  return settled.ok ? ok({ frozenFrom }) : settled;
}

function isSame(
  read: { step: string; reader: string; left: Score; right: Score },
  input: NewRead,
  reader: string,
): boolean {
  return read.step === input.step && read.reader === reader && read.left === input.left && read.right === input.right;
}
