import { sql } from 'kysely';
import { type MessageEvent, type Next, nextStep, type Standing } from '#core/messaging/cascade';
import type { WithdrawalReason } from '#core/messaging/still-wanted';
import { messagingRules } from '#programmes/breast-no/messaging';
import type { Tx } from '#server/db/transaction';
import type { Moment } from './moment.ts';
import { keyOf, type MessageToSend } from './sending-facts.ts';

export type Happening = {
  readonly message: MessageToSend;
  readonly event: MessageEvent;
  /** The key it is about, when not that of the present step (a letter opened after it went on to paper). */
  readonly key?: string;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

type Change = { readonly happening: Happening; readonly next: Next };

/**
 * Writes what happened to messages: the delivery rows (append-only), where each message goes next by the cascade, and
 * the audit. A message that has meanwhile left the step it was at is not moved, only the fact is kept. Returns the new
 * standings. Messages whose state changes nothing (withdrawn, already opened) are left alone.
 */
export async function recordHappenings(
  tx: Tx,
  moment: Moment,
  happenings: readonly Happening[],
): Promise<readonly Next[]> {
  const changes = happenings.flatMap((happening): Change[] => {
    const next = nextStep(happening.message as Standing, happening.event, messagingRules, tx.today);
    return next ? [{ happening, next }] : [];
  });
  if (changes.length === 0) return [];
  await insertDeliveries(tx, changes.flatMap(deliveriesOf));
  await sql`
    update message m set state = c.state, step = c.step, next_step_on = c.next_step_on, next_try_at = c.next_try_at,
      last_error = c.last_error, attempts = case when c.step = m.step then m.attempts else 0 end
    from jsonb_to_recordset(${JSON.stringify(changes.map((change) => rowOf(change, moment)))}::jsonb) as c (
      person_id uuid, message_id uuid, old_state text, old_step text, state text, step text, next_step_on date,
      next_try_at timestamptz, last_error text)
    where m.person_id = c.person_id and m.message_id = c.message_id and m.state = c.old_state and m.step = c.old_step
    `.execute(tx.q);
  for (const { happening, next } of changes) {
    const { message_id, person_id, step } = happening.message;
    tx.record(`message.${happening.event}`, person_id, { message: message_id, step, state: next.state });
  }
  return changes.map(({ next }) => next);
}

/** Withdraws messages that should no longer go, each with its reason. */
export async function withdrawMessages(
  tx: Tx,
  withdrawals: readonly { readonly message: MessageToSend; readonly reason: WithdrawalReason }[],
): Promise<void> {
  if (withdrawals.length === 0) return;
  await insertDeliveries(
    tx,
    withdrawals.map(({ message, reason }) => deliveryOf(message, keyOf(message), 'withdrawn', { reason })),
  );
  await sql`
    update message m set state = 'withdrawn', last_error = w.reason, next_try_at = null, next_step_on = null
    from jsonb_to_recordset(${JSON.stringify(withdrawals.map(({ message, reason }) => ({ ...ids(message), reason })))}::jsonb)
      as w (person_id uuid, message_id uuid, reason text)
    where m.person_id = w.person_id and m.message_id = w.message_id`.execute(tx.q);
  for (const { message, reason } of withdrawals) {
    tx.record('message.withdrawn', message.person_id, { message: message.message_id, reason });
  }
}

type Delivery = { person_id: string; message_id: string; key: string; event: string; step: string; detail: unknown };

/** Appends delivery rows of today; a row that is there already stays as it was. */
export async function insertDeliveries(tx: Tx, deliveries: readonly Delivery[]): Promise<void> {
  await sql`
    insert into message_delivery (person_id, message_id, idempotency_key, event, step, day, detail)
    select d.person_id, d.message_id, d.key, d.event, d.step, ${tx.today}::date, d.detail
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as d (
      person_id uuid, message_id uuid, key text, event text, step text, detail jsonb)
    on conflict do nothing`.execute(tx.q);
}

function deliveriesOf({ happening, next }: Change): readonly Delivery[] {
  const { message, event, reason, detail = {} } = happening;
  const stepKey = happening.key ?? keyOf(message);
  // Several tries of one step may fail: each failure is its own row.
  const key = event === 'error' ? `${stepKey}#${message.attempts}` : stepKey;
  const delivery = deliveryOf(message, key, event, reason ? { ...detail, reason } : detail);
  const givenUp =
    next.state === 'failed' ? [deliveryOf(message, keyOf(message), 'given-up', reason ? { reason } : {})] : [];
  return [delivery, ...givenUp];
}

function deliveryOf(message: MessageToSend, key: string, event: string, detail: unknown): Delivery {
  return { ...ids(message), key, event, step: message.step, detail };
}

const ids = ({ person_id, message_id }: MessageToSend) => ({ person_id, message_id });

function rowOf({ happening, next }: Change, moment: Moment) {
  const { message, reason } = happening;
  const retryAt = next.retryInMinutes
    ? new Date(moment.at.getTime() + next.retryInMinutes * 60_000).toISOString()
    : null;
  return {
    ...ids(message),
    old_state: message.state,
    old_step: message.step,
    state: next.state,
    step: next.step,
    next_step_on: next.nextStepOn,
    next_try_at: retryAt,
    last_error: reason ?? null,
  };
}
