/** What a consensus must be to count: two or three different radiologists of the centre, and a breast when she is recalled. */
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Breast } from '#core/protocols/facts';
import type { ConsensusStep } from '#core/protocols/protocol';

export type ConsensusDraft = {
  readonly members: readonly string[];
  readonly decision: 'recall' | 'dismiss';
  readonly breasts: readonly Breast[];
  readonly reasons?: readonly BreastReason[] | undefined;
};

/** Why, for one breast. */
export type BreastReason = {
  readonly breast: Breast;
  readonly reason: string;
  readonly note?: string | null | undefined;
};
/** The reasons a programme knows, for each decision. */
export type ConsensusReasons = { readonly recall: readonly string[]; readonly dismiss: readonly string[] };

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

/**
 * Reasons are the programme's own, one a breast, and a recall gives reasons for the breasts it names only. Refuses with
 * `reason`.
 */
export function checkReasons(
  draft: ConsensusDraft,
  known: ConsensusReasons,
): Result<readonly BreastReason[], 'reason'> {
  const reasons = draft.reasons ?? [];
  if (new Set(reasons.map((r) => r.breast)).size !== reasons.length)
    return refuse('reason', 'A breast has one reason; expected each breast once');
  const unknown = reasons.find((r) => !known[draft.decision].includes(r.reason));
  if (unknown)
    return refuse(
      'reason',
      `"${unknown.reason}" is no reason to ${draft.decision}; expected one of ${known[draft.decision].join(', ')}`,
    );
  if (draft.decision === 'recall' && reasons.some((r) => !draft.breasts.includes(r.breast)))
    return refuse('reason', 'A reason is given for a breast that is not recalled');
  return ok(reasons);
}
