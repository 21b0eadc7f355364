import type { Day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import type { Partner } from '#server/messaging/partner';
import type { Demo } from './demo.ts';
import type { CentreStaff } from './staff.ts';

/** Everything a step of the simulated day needs. */
export type Play = {
  readonly db: Database;
  readonly config: Pick<Config, 'dataDir'>;
  readonly demo: Demo;
  readonly today: Day;
  readonly staff: ReadonlyMap<string, CentreStaff>;
  readonly partner: Partner;
};

/**
 * Lets a simulated person do one thing through a use case. A refusal here means that the simulation tried what a person
 * could not have done; it is an error, unless its code is expected (somebody at the screen was first).
 */
export async function act<T>(
  play: Play,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T>>,
  expected: readonly string[] = [],
): Promise<T | undefined> {
  const result = await inTransaction(play.db, actor, work);
  if (result.ok) return result.value;
  if (expected.includes(result.refusal.code)) return undefined;
  throw new Error(`${actor.role} ${actor.userId} on ${play.today}: ${result.refusal.code}: ${result.refusal.what}`);
}
