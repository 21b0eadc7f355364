/** Which of the things a product has said about an examination counts for a case: the fact that its protocol goes by. */
import type { AiFact } from '#core/protocols/facts';
import type { AiStep } from '#core/protocols/protocol';

/** What a product said, in the order in which it came. */
type Said = AiFact;

/**
 * The first word counts, so that what comes later never moves a case that people have worked on: another version's
 * result, or a result after a failure. A step that holds the case for the machine takes the first answer, however late
 * and after however many failures. undefined = nothing has been said and it is still awaited.
 */
export function countingFact(step: Pick<AiStep, 'onFail'>, said: readonly Said[], late: boolean): AiFact | undefined {
  if (step.onFail === 'hold') return said.find((one) => one.kind === 'result') ?? said[0];
  if (late) return { kind: 'failed' };
  return said[0];
}
