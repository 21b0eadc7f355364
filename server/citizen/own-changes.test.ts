import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { sessionKey } from '#server/auth/session-key';
import { clinicDay, invitedWoman, makeClinic } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { type OwnVisits, ownVisits } from '#test/own-visits';
import { textOf } from '#web/text/text-of';

let db: TestDatabase;
let visits: (personId: string) => OwnVisits;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db, clinicDay);
  visits = ownVisits(db, await sessionKey(db));
});
afterAll(() => db.drop());

const t = textOf.nb.citizen;
/** Two weeks ahead: a Monday too. */
const later = addDays(clinicDay, 14);
let hour = 8;

/** A woman with a time in two weeks, at an hour of her own. */
async function woman() {
  const at = `${String((hour++ % 8) + 8).padStart(2, '0')}:${hour > 16 ? '20' : '10'}`;
  const one = await invitedWoman(db, { status: 'invited', on: later, at });
  await db.pool.query(
    `insert into slot (unit_id, day, at, places, booked) values ('U06', $1, $2, 2, 1)
     on conflict (unit_id, day, at) do update set booked = slot.booked + 1`,
    [later, at],
  );
  return { ...one, at, own: visits(one.personId), key: { appointment: one.appointmentId, version: '1' } };
}

async function rows<Row>(query: string, ...values: unknown[]): Promise<Row[]> {
  return (await db.pool.query(query, values)).rows as Row[];
}

const booked = async (day: string, at: string) =>
  (await rows<{ booked: number }>(`select booked from slot where unit_id = 'U06' and day = $1 and at = $2`, day, at))[0]
    ?.booked ?? 0;
/** Others have all the places of a time, or so many. */
const fill = (at: string, booked = 2) =>
  rows(`update slot set booked = $3 where unit_id = 'U06' and day = $1 and at = $2`, later, at, booked);
const idIn = (address: string) => address.split('/').at(-1) ?? '';

describe('another time', () => {
  it('is taken with a receipt, an event, an audit entry and one letter, and can be taken back', async () => {
    const { own, personId, key, at } = await woman();
    const day = addDays(later, 1);
    expect(await own.text(`/min-side/time/bytt/U06?fra=${later}`)).toContain(`${day}T`);
    const before = await booked(later, at);
    const receipt = await own.post('/min-side/time/bytt/U06/sjekk', { ...key, tid: `${day}T12:00` });
    expect(receipt.text).toContain(t.receipts.moved.title);
    expect(receipt.text).toContain('klokken 12.00');
    // Pressed once more, also after going back: the time is hers, and nothing more happens.
    const again = await own.post('/min-side/time/bytt/U06/sjekk', { ...key, tid: `${day}T12:00` });
    expect([again.status, again.at]).toEqual([200, '/min-side/time']);
    expect([await booked(later, at), await booked(day, '12:00')]).toEqual([before - 1, 1]);
    const written = await rows<{ n: number }>(
      `select (select count(*)::int from episode_event where person_id = $1 and kind = 'appointment-moved')
        + (select count(*)::int from audit_entry where person_id = $1 and action = 'own.moved')
        + (select count(*)::int from message where person_id = $1 and kind = 'moved') as n`,
      personId,
    );
    expect(written[0]?.n).toBe(3);
    const undone = await own.post(`${receipt.at}/angre`);
    expect(undone.text).toContain(`klokken ${at.replace(':', '.')}`);
    expect([await booked(later, at), await booked(day, '12:00')]).toEqual([before, 0]);
    expect((await own.post(`${receipt.at}/angre`)).status).toBe(409);
  });

  it('moves the entry in her calendar, and takes it out when she gives the time back', async () => {
    const { own, key, at } = await woman();
    const entry = async () => {
      const file = await own.text('/min-side/time.ics');
      const of = (name: string) => new RegExp(`\\r\\n${name}:(.*)\\r\\n`).exec(file)?.[1] ?? '';
      return { uid: of('UID'), sequence: Number(of('SEQUENCE')), start: of('DTSTART'), method: of('METHOD') };
    };
    const first = await entry();
    const day = addDays(later, 3);
    const moved = await own.post('/min-side/time/bytt/U06/sjekk', { ...key, tid: `${day}T12:10` });
    const second = await entry();
    expect(second).toMatchObject({ uid: first.uid, method: 'PUBLISH', start: `${day.replaceAll('-', '')}T111000Z` });
    expect(second.sequence).toBeGreaterThan(first.sequence);
    await own.post(`${moved.at}/angre`);
    const third = await entry();
    expect(third).toMatchObject({ uid: first.uid, start: first.start });
    const page = await own.text('/min-side/time/kan-ikke/later');
    const fields = Object.fromEntries(
      [...page.matchAll(/name="(appointment|version)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const cancelled = await own.post('/min-side/time/kan-ikke/later', fields);
    expect(cancelled.text).toContain(t.calendarRemove);
    const gone = await entry();
    expect(gone).toMatchObject({ uid: first.uid, start: first.start, method: 'CANCEL' });
    expect([gone.sequence > third.sequence, third.sequence > second.sequence]).toEqual([true, true]);
    const again = await own.post(`${cancelled.at}/angre`);
    expect(again.text).toContain(`klokken ${at.replace(':', '.')}`);
    expect(await entry()).toMatchObject({ uid: first.uid, method: 'PUBLISH' });
  });

  it('that somebody else takes at the same moment is refused politely, and she keeps her own', async () => {
    await db.pool.query(`update unit_hours set places = 1 where unit_id = 'U06' and weekday = 3`);
    const day = addDays(later, 2);
    const both = [await woman(), await woman()];
    const answers = await Promise.all(
      both.map(({ own, key }) => own.post('/min-side/time/bytt/U06/sjekk', { ...key, tid: `${day}T10:00` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.findIndex((answer) => answer.status === 409);
    expect(answers[refused]?.text).toContain(t.timeTaken);
    expect(answers[refused]?.text).toContain(`<title>${t.errorPrefix} `);
    expect(await both[refused]?.own.text('/min-side')).toContain(both[refused]?.at.replace(':', '.'));
  });

  it('is not taken when the appointment has been changed meanwhile, or the form comes from another site', async () => {
    const { own, key, personId } = await woman();
    const fields = { ...key, tid: `${addDays(later, 3)}T11:00` };
    const stale = await own.post('/min-side/time/bytt/U06/sjekk', { ...fields, version: '7' });
    expect([stale.status, stale.text.includes(t.changed)]).toEqual([409, true]);
    const foreign = await own.post('/min-side/time/bytt/U06/sjekk', fields, 'https://evil.example');
    expect([foreign.status, foreign.text.includes(t.foreign)]).toEqual([403, true]);
    expect(await rows('select from own_change where person_id = $1', personId)).toEqual([]);
  });

  it('says what is missing when none is chosen', async () => {
    const { own } = await woman();
    const page = await own.get('/min-side/time/bytt/U06/sjekk?fra=');
    expect([page.status, (await page.text()).includes(t.chooseTimeFirst)]).toEqual([422, true]);
  });
});

describe('cannot come, or does not want to', () => {
  it('later: the time is given back, and can be taken again as long as it is free', async () => {
    const { own, key, personId, at } = await woman();
    const cancelled = await own.post('/min-side/time/kan-ikke/later', { ...key, reason: 'reise' });
    expect(cancelled.text).toContain(t.receipts['cancelled-later'].title);
    expect(await own.text('/min-side')).toContain(t.ownTime);
    const again = await own.post(`${cancelled.at}/angre`);
    expect(again.text).toContain(`klokken ${at.replace(':', '.')}`);
    // The letter about cancelling had not left, so that no letter goes at all.
    const letters = await rows<{ kind: string; state: string }>(
      'select kind, state from message where person_id = $1',
      personId,
    );
    expect(letters).toEqual([{ kind: 'cancelled', state: 'withdrawn' }]);
  });

  it('later: when the letter about it has left, another says that the time stands', async () => {
    const { own, key, personId } = await woman();
    const cancelled = await own.post('/min-side/time/kan-ikke/later', key);
    await db.pool.query(`update message set state = 'sent' where person_id = $1`, [personId]);
    expect((await own.post(`${cancelled.at}/angre`)).text).toContain(t.receipts['time-kept'].title);
    expect(
      await rows(`select kind, content ->> 'movedBy' as by from message where person_id = $1 order by kind`, personId),
    ).toEqual([
      { kind: 'cancelled', by: null },
      { kind: 'moved', by: 'nobody' },
    ]);
  });

  it('later: the time cannot be taken again when somebody else has it', async () => {
    const { own, key, at } = await woman();
    const cancelled = await own.post('/min-side/time/kan-ikke/later', key);
    await fill(at);
    const full = await own.post(`${cancelled.at}/angre`);
    expect([full.status, full.text.includes(t.undoFailed['slot-full'])]).toEqual([409, true]);
    await fill(at, 0);
  });

  it('not this time, taken back: the round is open again, and the time hers while it is free', async () => {
    const { own, key, episodeId, at } = await woman();
    const declined = await own.post('/min-side/time/kan-ikke/not-this-round', key);
    const back = await own.post(`${declined.at}/angre`);
    expect(back.text).toContain(t.receipts['time-kept'].title);
    expect(back.text).toContain(`klokken ${at.replace(':', '.')}`);
    expect(await rows('select state, outcome from episode where episode_id = $1', episodeId)).toEqual([
      { state: 'invited', outcome: null },
    ]);
  });

  it('not this time: she may come back to the same round and choose a time herself', async () => {
    const { own, key, episodeId, at: had } = await woman();
    const declined = await own.post('/min-side/time/kan-ikke/not-this-round', key);
    expect(declined.text).toContain(t.receipts.declined.title);
    const state = () =>
      rows<{ state: string; outcome: string | null }>(
        'select state, outcome from episode where episode_id = $1',
        episodeId,
      );
    expect(await state()).toEqual([{ state: 'closed', outcome: 'declined' }]);
    await fill(had);
    const back = await own.post(`${declined.at}/angre`);
    await fill(had, 0);
    expect(back.text).toContain(t.receipts.returned.title);
    expect(await state()).toEqual([{ state: 'invited', outcome: null }]);
    const chosen = await own.post('/min-side/time/bytt/U06/sjekk', { tid: `${addDays(later, 3)}T13:00` });
    expect(chosen.text).toContain(t.receipts.booked.title);
  });

  it('never: she is in the register until she lifts it', async () => {
    const { own, key } = await woman();
    const stopped = await own.post('/min-side/time/kan-ikke/never', key);
    expect(stopped.text).toContain(t.receipts.stopped.title);
    expect(await own.text('/min-side/invitasjoner')).toContain(t.startInvitations);
    const lifted = await own.post('/min-side/invitasjoner/start');
    expect(lifted.text).toContain(t.receipts['stop-lifted'].title);
    expect(await own.text('/min-side/invitasjoner')).toContain(t.invitationsOn);
  });

  it('never, taken back: she is out of the register, in her round, and has her time', async () => {
    const { own, key, personId } = await woman();
    const stopped = await own.post('/min-side/time/kan-ikke/never', key);
    expect((await own.post(`${stopped.at}/angre`)).text).toContain(t.receipts['time-kept'].title);
    expect(
      await rows(
        `select a.status, e.state, (select lifted_on from invitation_stop where person_id = $1) as lifted
         from appointment a join episode e using (person_id, episode_id) where a.person_id = $1 order by a.status`,
        personId,
      ),
    ).toEqual([
      { status: 'cancelled', state: 'invited', lifted: clinicDay },
      { status: 'confirmed', state: 'invited', lifted: clinicDay },
    ]);
  });

  it('all invitations stopped on their own page, taken back: the same', async () => {
    const { own } = await woman();
    const stopped = await own.post('/min-side/invitasjoner/stopp');
    expect(stopped.text).toContain(t.receipts.stopped.title);
    expect((await own.post(`${stopped.at}/angre`)).text).toContain(t.receipts['time-kept'].title);
    expect(await own.text('/min-side/invitasjoner')).toContain(t.invitationsOn);
  });

  it('is asked again when nothing is chosen, and a reason is kept short', async () => {
    const { own, key } = await woman();
    const none = await own.post('/min-side/time/kan-ikke');
    expect([none.status, none.text.includes('href="#valg"')]).toEqual([422, true]);
    const long = await own.post('/min-side/time/kan-ikke/later', { ...key, reason: 'x'.repeat(201) });
    expect([long.status, long.text.includes(t.reasonTooLong)]).toEqual([422, true]);
  });
});

describe('how she is reached, and what is stored', () => {
  it('each wish is kept, shown and taken back', async () => {
    const { own, personId } = await woman();
    await db.pool.query('update person set digital = true where person_id = $1', [personId]);
    for (const [name, value, shown] of [
      ['channel', 'paper', t.wishes.channel.options.paper],
      ['phone', '999 00 077', '999 00 077'],
      ['sms', 'no', t.no],
    ] as const) {
      const receipt = await own.post(`/min-side/kontakt/${name}`, { [name]: value });
      expect(receipt.text).toContain(t.receipts[name].title);
      expect(await own.text('/min-side/kontakt')).toContain(`<dd>${shown}</dd>`);
      await own.post(`${receipt.at}/angre`);
      expect(await own.text('/min-side/kontakt')).not.toContain(`<dd>${shown}</dd>`);
    }
    await own.post('/min-side/kontakt/language', { language: 'en' });
    expect(await own.text('/min-side/kontakt')).toContain('<html lang="en"');
  });

  it('a wish that cannot be read is asked for again', async () => {
    const { own } = await woman();
    const wrong = await own.post('/min-side/kontakt/phone', { phone: '12' });
    expect([wrong.status, wrong.text.includes(t.wishes.phone.wrong)]).toEqual([422, true]);
    expect(wrong.text).toContain('value="12"');
    expect((await own.post('/min-side/kontakt/sms')).text).toContain(t.wishes.sms.choose);
  });

  it('a reservation is entered and lifted, each with its receipt', async () => {
    const { own } = await woman();
    const reserved = await own.post('/min-side/lagring/reserver');
    expect(reserved.text).toContain(t.receipts.reserved.title);
    expect(await own.text('/min-side/lagring')).toContain(t.liftReservation);
    expect((await own.post('/min-side/lagring/opphev')).text).toContain(t.receipts['reservation-lifted'].title);
    const all = await own.text('/min-side/endringer');
    expect(all.indexOf(t.receipts['reservation-lifted'].title)).toBeLessThan(all.indexOf(t.receipts.reserved.title));
  });
});

it('receipts and letters of another woman are not to be found', async () => {
  const [mine, hers] = [await woman(), await woman()];
  const receipt = await hers.own.post('/min-side/time/kommer', hers.key);
  expect(receipt.text).toContain(t.receipts.confirmed.title);
  expect((await mine.own.get(receipt.at)).status).toBe(404);
  expect((await mine.own.post(`/min-side/kvittering/${idIn(receipt.at)}/angre`)).status).toBe(409);
  const stolen = await mine.own.post('/min-side/time/kan-ikke/never', { ...hers.key, version: '2' });
  expect(stolen.status).toBe(404);
});
