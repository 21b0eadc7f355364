/** What a consensus must be to count: two or three different radiologists of the centre, and a breast when she is recalled. */
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Breast } from './facts.ts';
import type { ConsensusStep } from './protocol.ts';

export type ConsensusDraft = {
  readonly members: readonly string[];
  readonly decision: 'recall' | 'dismiss';
  readonly breasts: readonly Breast[];
};

/** Refuses with `members` (too few, too many, twice the same, not a radiologist of the centre) or `breasts`. */
export function checkConsensus(
  draft: ConsensusDraft,
  step: Pick<ConsensusStep, 'min' | 'max'>,
  radiologists: ReadonlySet<string>,
): Result<ConsensusDraft, 'members' | 'breasts'> {
  const { members, decision, breasts } = draft;
  if (new Set(members).size !== members.length) return refuse('members', 'The same reader is named twice');
  if (members.length < step.min || members.length > step.max) {
    return refuse('members', `A consensus is ${step.min}-${step.max} readers; ${members.length} are named`, {
      min: step.min,
      max: step.max,
    });
  }
  const stranger = members.find((m) => !radiologists.has(m));
  if (stranger) return refuse('members', `${stranger} is not a radiologist of this centre`, { member: stranger });
  if (decision === 'recall' && breasts.length === 0)
    return refuse('breasts', 'A recall says which breast: left, right or both');
  if (decision === 'dismiss' && breasts.length > 0) return refuse('breasts', 'A dismissal names no breast');
  return ok(draft);
}
