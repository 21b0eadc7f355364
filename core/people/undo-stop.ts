/** Taking back that a woman was entered in the register of those who are not invited. */
import { type Day, daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

export type Stop = { readonly from: Day; readonly lifted: Day | null };

/**
 * The stop that may be taken back: the one in force, within `days` of being entered (0: the same day). Later she is taken
 * out of the register from that day instead, and what it did to her round stays. Refuses with `not-stopped` or `too-late`.
 */
export function stopToUndo(stops: readonly Stop[], today: Day, days: number): Result<Stop, 'not-stopped' | 'too-late'> {
  const inForce = stops.filter((stop) => stop.lifted === null && stop.from <= today);
  const [stop] = inForce;
  if (!stop) return refuse('not-stopped', 'She is not in the register of those who are not invited');
  if (inForce.some(({ from }) => daysBetween(from, today) > days))
    return refuse('too-late', `She has been in the register since ${stop.from}: lift it from today instead`);
  return ok(stop);
}
