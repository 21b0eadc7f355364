import type { OutputOf } from '#contracts/endpoint';
import type { caseStanding as caseStandingContract } from '#contracts/reading';
import { ok, type Result } from '#core/kernel/result';
import { visibleOf } from '#core/protocols/visible';
import { noteReveal } from '#server/ai/note-reveal';
import type { Tx } from '#server/db/transaction';
import { type CaseKey, loadCase } from './load-case.ts';
import { shownMarks } from './shown-marks.ts';

type Standing = OutputOf<typeof caseStandingContract>;

/** What the actor may know of a case, as `visibleOf` says; a withdrawn case shows nothing but that. */
export async function caseStanding(tx: Tx, key: CaseKey): Promise<Result<Standing>> {
  const loaded = await loadCase(tx, key);
  if (!loaded.ok) return loaded;
  const { personId, caseId, openedOn, outcome, protocol, arm, facts } = loaded.value;
  tx.look(personId, 'standing of a reading case');
  const head = { personId, caseId, openedOn };
  if (outcome === 'withdrawn')
    return ok({ ...head, state: 'closed', outcome, own: [], others: [], ai: {}, marks: {}, consensus: [] });
  const seen = visibleOf(protocol, arm, facts, { role: tx.actor.role, userId: tx.actor.userId });
  await noteReveal(tx, loaded.value, null, seen);
  return ok({
    ...head,
    state: seen.state,
    outcome: seen.outcome,
    own: [...seen.own],
    others: [...seen.others],
    ai: seen.ai,
    marks: shownMarks(seen),
    consensus: seen.consensus.map(({ step, members, decision, breasts }) => ({
      step,
      members: [...members],
      decision,
      breasts: [...breasts],
    })),
  });
}
