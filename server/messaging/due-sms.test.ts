import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '#core/kernel/day';
import type { Partner } from './partner.ts';
import { runMessagingDay } from './run-messaging-day.ts';
import type { SimulatedPartner } from './simulated-partner.ts';
import { firstDay, makeWorld, type Woman, type World } from '#test/messaging-world';

let world: World;
let simulated: SimulatedPartner;
let partner: Partner;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.db.pool.query('truncate message_delivery, message, print_batch, setting, appointment cascade');
  ({ simulated, partner } = await world.partner());
});

async function days(
  from: Day,
  count: number,
  before: (today: Day) => Promise<unknown> = async () => {},
): Promise<void> {
  for (let n = 0; n < count; n++) {
    const today = addDays(from, n);
    await world.setToday(today);
    await before(today);
    await runMessagingDay(world.db, { dataDir: world.folder }, { partner });
  }
}

const sentSms = () => simulated.received().filter((line) => line.way === 'sms');
const setStatus = (appointmentId: string, status: 'moved' | 'cancelled' | 'did-not-attend') =>
  world.db.kysely.updateTable('appointment').set({ status }).where('appointment_id', '=', appointmentId).execute();

describe('SMS before appointments', () => {
  it('goes exactly once, three days before, for ordinary and reminder appointments, to every woman with a number', async () => {
    const offsets = [4, 5, 6, 7, 9, 12];
    for (const n of offsets) {
      for (const kind of ['ordinary', 'reminder'] as const) await world.woman({ day: addDays(firstDay, n), kind });
      await world.woman({ day: addDays(firstDay, n), phone: null });
    }
    await days(firstDay, 14);
    expect(sentSms()).toHaveLength(offsets.length * 2);
    expect([...simulated.tries().values()].every((n) => n === 1)).toBe(true);
    const rows = await world.db.kysely
      .selectFrom('message')
      .innerJoin('appointment', 'appointment.appointment_id', 'message.appointment_id')
      .select(['message.decided_on', 'appointment.day', 'message.language'])
      .execute();
    expect(new Set(rows.map((row) => daysBetween(row.decided_on, row.day)))).toEqual(new Set([3]));
    expect(new Set(rows.map((row) => row.language))).toEqual(new Set(['nb']));
  });

  it('both her appointments: the ordinary one and, when she did not come, the reminder', async () => {
    const woman = await world.woman({ day: addDays(firstDay, 5), language: 'en' });
    await days(firstDay, 6);
    await setStatus(woman.appointmentId, 'did-not-attend');
    await world.appointment(woman, { day: addDays(firstDay, 20), kind: 'reminder' });
    await days(addDays(firstDay, 6), 15);
    expect(sentSms().map((line) => line.sentOn)).toEqual([addDays(firstDay, 2), addDays(firstDay, 17)]);
    expect(sentSms()[0]?.text).toBe(
      'Påminnelse: Du har time lørdag 7. november kl. 09.10, Enhet Øst, Prøveby. Passer det ikke? Ring 55 00 00 00. Du kan ikke svare på denne meldingen.',
    );
  });

  it('a moved appointment gets its own; the old one none any more', async () => {
    const [early, late] = [
      await world.woman({ day: addDays(firstDay, 5) }),
      await world.woman({ day: addDays(firstDay, 5) }),
    ];
    const move = async (woman: Woman, to: Day) => {
      await setStatus(woman.appointmentId, 'moved');
      return world.appointment(woman, { day: to, movedFrom: woman.appointmentId });
    };
    await days(firstDay, 12, async (today) => {
      // One moves before her SMS, the other the day after it.
      if (today === addDays(firstDay, 1)) await move(early, addDays(firstDay, 9));
      if (today === addDays(firstDay, 3)) await move(late, addDays(firstDay, 10));
    });
    expect(sentSms().map((line) => daysBetween(firstDay, line.sentOn))).toEqual([2, 6, 7]);
  });

  it('a day without the server: still sent before the appointment', async () => {
    await world.woman({ day: addDays(firstDay, 5) });
    await days(addDays(firstDay, 4), 3);
    expect(sentSms().map((line) => line.sentOn)).toEqual([addDays(firstDay, 4)]);
  });

  it('decided but not sent before the appointment was cancelled: withdrawn', async () => {
    const woman = await world.woman({ day: addDays(firstDay, 3) });
    const { partner: down } = await world.partner({ unavailable: 1 });
    await world.setToday(firstDay);
    await runMessagingDay(world.db, { dataDir: world.folder }, { partner: down });
    await world.db.kysely.updateTable('message').set({ state: 'waiting', step: 'sms' }).execute();
    await setStatus(woman.appointmentId, 'cancelled');
    await days(addDays(firstDay, 1), 3);
    expect(sentSms()).toEqual([]);
    expect(await world.db.kysely.selectFrom('message').select(['state', 'last_error']).execute()).toEqual([
      { state: 'withdrawn', last_error: 'appointment-changed' },
    ]);
  });

  it('never after the time of the appointment', async () => {
    await world.woman({ day: firstDay, at: '06:00' });
    await days(firstDay, 2);
    expect(sentSms()).toEqual([]);
  });
});
