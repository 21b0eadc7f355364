import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { decideMessage, decideMessages } from './decide-message.ts';
import { dispatchDue } from './dispatch.ts';
import { httpPartner } from './http-partner.ts';
import { sendingHours } from './moment.ts';
import type { Partner } from './partner.ts';
import { runMessagingDay } from './run-messaging-day.ts';
import { firstDay, makeWorld, type Woman, type World } from '#test/messaging-world';

let world: World;
let dataDir: string;
let run = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.db.pool.query('truncate message_delivery, message, print_batch, setting');
  await world.setToday(firstDay);
  dataDir = join(world.folder, `data-${++run}`);
});

const invite = (woman: Woman) =>
  inTransaction(world.db, system, (tx) =>
    decideMessage(tx, { ...woman, kind: 'invitation', cause: `invitation:${woman.appointmentId}` }),
  );
const messages = () => world.db.kysely.selectFrom('message').selectAll().orderBy('decided_on').execute();
const events = async () =>
  (await world.db.kysely.selectFrom('message_delivery').selectAll().orderBy('recorded_at').execute()).map(
    (d) => d.event,
  );
const morning = sendingHours(firstDay).from;
const minutes = (n: number) => new Date(morning.getTime() + n * 60_000);

describe('deciding', () => {
  it('decides a cause once, with what the message says as it stands now', async () => {
    const woman = await world.woman({ language: 'nn' });
    expect(await invite(woman)).toMatchObject({ cause: `invitation:${woman.appointmentId}` });
    expect(await invite(woman)).toBeUndefined();
    expect(await messages()).toMatchObject([
      {
        kind: 'invitation',
        channel: 'letter',
        language: 'nn',
        state: 'waiting',
        step: 'digital',
        content: {
          name: 'Prøve Oppdiktsen',
          day: '2026-11-23',
          at: '09:10',
          unitName: 'Enhet Øst',
          centrePhone: '55 00 00 00',
        },
      },
    ]);
  });
  it('exists only when its cause is committed', async () => {
    const woman = await world.woman();
    await expect(
      inTransaction(world.db, system, async (tx) => {
        await decideMessage(tx, { ...woman, kind: 'invitation', cause: 'x' });
        throw new Error('the cause failed');
      }),
    ).rejects.toThrow('the cause failed');
    expect(await messages()).toEqual([]);
  });
  it('takes many at once, and the same cause twice in one call is one message', async () => {
    const women = await Promise.all(Array.from({ length: 30 }, () => world.woman()));
    const rows = [...women, ...women].map((woman) => ({ ...woman, kind: 'invitation' as const, cause: 'once' }));
    expect(await inTransaction(world.db, system, (tx) => decideMessages(tx, rows))).toHaveLength(30);
    expect(new Set((await messages()).map((m) => m.reference)).size).toBe(30);
  });
  it('writes to her in bokmål, marked, when her language has no letters yet', async () => {
    await invite(await world.woman({ language: 'se' }));
    expect(await messages()).toMatchObject([{ language: 'nb', content: { languageWanted: 'se' } }]);
  });
  it('throws for an appointment that is not hers', async () => {
    const [one, other] = [await world.woman(), await world.woman()];
    await expect(invite({ ...one, appointmentId: other.appointmentId })).rejects.toThrow('has no appointment');
  });
});

describe('sending', () => {
  it('gives the letter to digital post and waits for her to open it', async () => {
    const { simulated, partner } = await world.partner();
    await invite(await world.woman());
    expect(await dispatchDue(world.db, partner, morning)).toMatchObject({ sent: 1, failed: 0 });
    expect(await messages()).toMatchObject([{ state: 'sent', step: 'digital', next_step_on: addDays(firstDay, 7) }]);
    expect(simulated.received()).toMatchObject([{ way: 'digital', answer: 'accepted' }]);
    expect(await dispatchDue(world.db, partner, morning)).toMatchObject({ sent: 0 });
  });

  it('a crash between sending and recording: sent again with the same key, delivered once', async () => {
    const { simulated, partner } = await world.partner();
    await invite(await world.woman());
    const dying: Partner = {
      ...partner,
      sendDigital: async (letter) => {
        await partner.sendDigital?.(letter);
        // The program is gone before the answer is recorded: the database connections die with it.
        await world.db.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        );
        throw new Crash();
      },
    };
    const crashed = dispatchDue(throwOnRecord(world.db), dying, morning);
    await expect(crashed).rejects.toThrow();
    expect(await messages()).toMatchObject([{ state: 'waiting', step: 'digital', attempts: 1 }]);
    // Within the lease nobody else takes it; after it, anybody may.
    expect(await dispatchDue(world.db, partner, minutes(9))).toMatchObject({ sent: 0 });
    expect(await dispatchDue(world.db, partner, minutes(11))).toMatchObject({ sent: 1 });
    expect([...simulated.tries().values()]).toEqual([2]);
    expect(simulated.delivered().size).toBe(1);
    expect(await events()).toEqual(['accepted']);
  });

  it('an answer lost on the way counts once at the partner', async () => {
    const { simulated, partner } = await world.partner({ silent: 1 }, 200);
    await invite(await world.woman());
    expect(await dispatchDue(world.db, partner, morning)).toMatchObject({ retried: 1 });
    expect(await messages()).toMatchObject([{ state: 'waiting', last_error: 'no answer in time' }]);
    expect(await dispatchDue(world.db, partner, minutes(1))).toMatchObject({ sent: 1 });
    expect([[...simulated.tries().values()], simulated.delivered().size]).toEqual([[2], 1]);
  });

  it('backs off 1, 5, 30, 120 and 720 minutes, then leaves it to a person', async () => {
    const { partner } = await world.partner({ unavailable: 1 });
    await invite(await world.woman());
    let at = morning;
    for (const wait of [1, 5, 30, 120, 720]) {
      expect(await dispatchDue(world.db, partner, at)).toMatchObject({ retried: 1 });
      expect(await dispatchDue(world.db, partner, new Date(at.getTime() + wait * 60_000 - 1))).toMatchObject({
        retried: 0,
      });
      at = new Date(at.getTime() + wait * 60_000);
    }
    expect(await dispatchDue(world.db, partner, at)).toMatchObject({ retried: 0, failed: 1 });
    expect(await messages()).toMatchObject([{ state: 'failed', step: 'person', last_error: 'answered 503' }]);
    expect((await events()).filter((event) => event === 'error')).toHaveLength(6);
    expect(await events()).toContain('given-up');
  });

  it('a partner that is down is an error, not a crash', async () => {
    await invite(await world.woman());
    const partner = httpPartner({ digitalPostUrl: 'http://127.0.0.1:9', timeoutMs: 1000 });
    expect(await dispatchDue(world.db, partner, morning)).toMatchObject({ retried: 1 });
  });

  it('refused by the portal: on paper the same day', async () => {
    const { partner } = await world.partner({ notOnPortal: 1 });
    await invite(await world.woman());
    const ran = await runMessagingDay(world.db, { dataDir }, { partner });
    expect(ran).toMatchObject({ refused: 1, batches: [{ letters: 1 }] });
    expect(await messages()).toMatchObject([{ state: 'sent', step: 'print', next_step_on: null }]);
    expect(await events()).toEqual(['refused', 'printed']);
  });

  it('not opened within a week: on paper; opened: delivered and no paper', async () => {
    const { partner, simulated } = await world.partner({ neverOpened: 0.5 });
    await Promise.all(Array.from({ length: 12 }, async () => invite(await world.woman())));
    for (let n = 0; n <= 8; n++) {
      await world.setToday(addDays(firstDay, n));
      await runMessagingDay(world.db, { dataDir }, { partner });
    }
    const states = (await messages()).map((m) => `${m.step} ${m.state}`);
    expect(new Set(states)).toEqual(new Set(['digital delivered', 'print sent']));
    expect(simulated.delivered().size).toBe(12);
    const printed = (await events()).filter((event) => event === 'printed');
    expect(printed).toHaveLength(states.filter((state) => state === 'print sent').length);
  });

  it('withdraws what is no longer wanted', async () => {
    const { simulated, partner } = await world.partner();
    const [dead, moved, fine] = [await world.woman(), await world.woman(), await world.woman()];
    for (const woman of [dead, moved, fine]) await invite(woman);
    await world.db.kysely
      .updateTable('person')
      .set({ status: 'dead' })
      .where('person_id', '=', dead.personId)
      .execute();
    await world.db.kysely
      .updateTable('appointment')
      .set({ status: 'moved' })
      .where('appointment_id', '=', moved.appointmentId)
      .execute();
    expect(await dispatchDue(world.db, partner, morning)).toMatchObject({ sent: 1, withdrawn: 2 });
    expect(simulated.received()).toHaveLength(1);
    expect(
      (await messages())
        .filter((m) => m.state === 'withdrawn')
        .map((m) => m.last_error)
        .sort(),
    ).toEqual(['appointment-changed', 'dead']);
  });

  it('several workers at once send each message once', async () => {
    const { simulated, partner } = await world.partner();
    await Promise.all(Array.from({ length: 120 }, async () => invite(await world.woman())));
    const counts = await Promise.all([1, 2, 3].map(() => dispatchDue(world.db, partner, morning)));
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(120);
    expect([...simulated.tries().values()].every((n) => n === 1)).toBe(true);
  });
});

class Crash extends Error {}

/** A database that gives no connection once the first transaction (the claim) is over. */
function throwOnRecord(db: World['db']): World['db'] {
  let transactions = 0;
  const pool = new Proxy(db.pool, {
    get(target, name) {
      if (name === 'connect' && ++transactions > 1) throw new Crash();
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...db, pool };
}
