/**
 * The outbox worker. Three moves, each of which may be the last before a crash:
 *   claim   one transaction: due messages get a lease (next_try_at), those no longer wanted are withdrawn
 *   send    no transaction: over the network, with a key that is the same at every try
 *   record  one transaction: delivery rows and the next step
 * A crash before `record` means the lease runs out and the message is sent again with the same key, so the partner can
 * tell: sent at least once, delivered once.
 */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { system } from '#core/people/access';
import { smsText } from '#core/messaging/sms-text';
import type { LetterKind } from '#core/messaging/message';
import { messagingRules } from '#programmes/breast-no/messaging';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type Moment, momentOf } from './moment.ts';
import type { Answer, Partner } from './partner.ts';
import { type Happening, recordHappenings, withdrawMessages } from './record-happenings.ts';
import { letterDocument, renderLetter } from './render-letter.ts';
import { factColumns, factJoins, keyOf, type MessageToSend, reasonToWithdraw } from './sending-facts.ts';

export type DispatchCounts = {
  sent: number;
  refused: number;
  retried: number;
  failed: number;
  withdrawn: number;
};

/**
 * Sends everything that is due at an instant, in small batches, until nothing is. Several workers may run at once.
 * Paper is not sent here but printed in a batch (close-print-batch).
 */
export async function dispatchDue(db: Database, partner: Partner, at: Date): Promise<DispatchCounts> {
  const counts = { sent: 0, refused: 0, retried: 0, failed: 0, withdrawn: 0 };
  for (;;) {
    const { claimed, withdrawn } = await inTransaction(db, system, (tx) => claimDue(tx, partner, momentOf(at)));
    counts.withdrawn += withdrawn;
    if (claimed.length === 0 && withdrawn === 0) return counts;
    const happenings = await inLanes(claimed, (message) => sendOne(message, partner, momentOf(at)));
    const nexts = await inTransaction(db, system, (tx) => recordHappenings(tx, momentOf(at), happenings));
    for (const next of nexts) {
      if (next.state === 'sent') counts.sent++;
      else if (next.state === 'failed') counts.failed++;
      else if (next.retryInMinutes) counts.retried++;
      else counts.refused++;
    }
  }
}

/** The next instant at which something is due after a try that failed or a lease; undefined when nothing waits. */
export async function nextDue(db: Database): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(next_try_at) as at from message where state = 'waiting' and step in ('digital', 'sms')`.execute(
    db.kysely,
  );
  return rows[0]?.at ?? undefined;
}

export async function claimDue(
  tx: Tx,
  partner: Partner,
  moment: Moment,
): Promise<{ readonly claimed: readonly MessageToSend[]; readonly withdrawn: number }> {
  const steps = [...(partner.sendDigital ? ['digital'] : []), ...(partner.sendSms ? ['sms'] : [])];
  const lease = new Date(moment.at.getTime() + messagingRules.leaseMinutes * 60_000);
  const { rows } = await sql<MessageToSend>`
    with due as (
      select person_id, message_id from message
      where state = 'waiting' and step = any (${steps}::text[]) and (next_try_at is null or next_try_at <= ${moment.at})
      order by next_try_at nulls first limit ${messagingRules.batch} for update skip locked
    ), leased as (
      update message m set attempts = m.attempts + 1, next_try_at = ${lease}
      from due where m.person_id = due.person_id and m.message_id = due.message_id
      returning m.*
    )
    select ${factColumns} from leased m ${factJoins}`.execute(tx.q);
  const withdrawals = rows.flatMap((message) => {
    const reason = reasonToWithdraw(message, moment);
    return reason ? [{ message, reason }] : [];
  });
  await withdrawMessages(tx, withdrawals);
  const gone = new Set(withdrawals.map(({ message }) => message.message_id));
  return { claimed: rows.filter((message) => !gone.has(message.message_id)), withdrawn: withdrawals.length };
}

/** Does the work for each message, a few at a time, and lets others use the program in between: a letter takes 6-18 ms to lay out. */
async function inLanes(
  messages: readonly MessageToSend[],
  work: (message: MessageToSend) => Promise<Happening>,
): Promise<Happening[]> {
  const happenings: Happening[] = [];
  const rest = messages.values();
  const lane = async () => {
    for (const message of rest) {
      await setImmediate();
      happenings.push(await work(message));
    }
  };
  await Promise.all(Array.from({ length: messagingRules.atATime }, lane));
  return happenings;
}

async function sendOne(message: MessageToSend, partner: Partner, moment: Moment): Promise<Happening> {
  const answer = await answerTo(message, partner, moment);
  if (answer.kind === 'accepted') return { message, event: 'accepted', detail: answer.detail };
  return { message, event: answer.kind, reason: answer.reason };
}

/** A message that cannot even be written (a missing fact) is an error like any other: tried again, then for a person. */
async function answerTo(message: MessageToSend, partner: Partner, { today }: Moment): Promise<Answer> {
  const sending = { key: keyOf(message), reference: message.reference, sentOn: today };
  try {
    if (message.step === 'sms') {
      if (!message.content.phone) return { kind: 'refused', reason: 'no telephone number' };
      const text = smsText(message.content);
      return (
        (await partner.sendSms?.({ ...sending, to: message.content.phone, sender: messagingRules.smsSender, text })) ??
        notSetUp
      );
    }
    if (!message.identity_number) return { kind: 'refused', reason: 'no identity number' };
    const letter = letterOf(message);
    return (
      (await partner.sendDigital?.({
        ...sending,
        identityNumber: message.identity_number,
        title: letterDocument(letter).title,
        language: message.language,
        pdf: renderLetter(letter),
      })) ?? notSetUp
    );
  } catch (error) {
    return { kind: 'error', reason: error instanceof Error ? error.message : String(error) };
  }
}

const notSetUp: Answer = { kind: 'error', reason: 'this way of sending is not set up' };

export function letterOf(message: Pick<MessageToSend, 'kind' | 'language' | 'reference' | 'decided_on' | 'content'>) {
  return {
    kind: message.kind as LetterKind,
    language: message.language,
    reference: message.reference,
    decidedOn: message.decided_on,
    content: message.content,
  };
}
