import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallCountry, smallCountry } from '#test/demo-country';
import { findImpossible } from './find-impossible.ts';

let country: SmallCountry;
beforeAll(async () => {
  country = await smallCountry({
    size: 'village',
    desk: { centreId: 'C06', reads: 50, consensus: 50, assessments: 50 },
  });
}, 300_000);
afterAll(() => country?.drop());

/** What is done to the data, the promise that must then be named, and how it is put back. */
const sabotage = [
  {
    what: 'a slot that says one too many',
    promise: 'no slot is over its places',
    spoil: `update slot set booked = booked + 1, places = places + 1 where (unit_id, day, at) = (select unit_id, day, at from slot order by 1, 2, 3 limit 1)`,
    mend: `update slot set booked = booked - 1, places = places - 1 where (unit_id, day, at) = (select unit_id, day, at from slot order by 1, 2, 3 limit 1)`,
  },
  {
    what: 'a recall that no consensus decided',
    promise: 'nobody is recalled without consensus',
    spoil: `update reading_case set outcome = 'recall' where case_id = (select c.case_id from reading_case c where outcome = 'negative' order by 1 limit 1)`,
    mend: `update reading_case c set outcome = 'negative' where outcome = 'recall' and not exists (select from consensus k where k.person_id = c.person_id and k.case_id = c.case_id)`,
  },
  {
    what: 'a queue without a task that the protocol opens',
    promise: 'the reading queue holds what the protocol opens',
    spoil: `create table kept as select * from reading_task where (person_id, case_id, step) = (select person_id, case_id, step from reading_task order by 1, 2, 3 limit 1);
      delete from reading_task t using kept k where (t.person_id, t.case_id, t.step) = (k.person_id, k.case_id, k.step)`,
    mend: `insert into reading_task select * from kept; drop table kept`,
  },
  {
    what: 'an episode whose state nothing led to',
    promise: 'every episode is in the one state that its timeline leads to',
    spoil: `insert into episode_event (person_id, episode_id, event_id, day, kind, by_user)
      select person_id, episode_id, gen_random_uuid(), day, 'did-not-attend', 'test' from episode_event where kind = 'invited' order by event_id limit 1`,
    mend: `delete from episode_event where by_user = 'test'`,
  },
  {
    what: 'a last screening that no appointment shows',
    promise: 'the last screening on a person is her last screened appointment',
    spoil: `update person set last_screened_on = last_screened_on + 1 where person_id = (select person_id from person where last_screened_on is not null order by 1 limit 1)`,
    mend: `update person set last_screened_on = last_screened_on - 1 where person_id = (select person_id from person where last_screened_on is not null order by 1 limit 1)`,
  },
  {
    what: 'a last invitation that no round shows',
    promise: 'the last invitation on a person is that of her latest round',
    spoil: `update person set last_invited_on = last_invited_on + 1 where person_id = (select person_id from person where last_invited_on is not null order by 1 limit 1)`,
    mend: `update person set last_invited_on = last_invited_on - 1 where person_id = (select person_id from person where last_invited_on is not null order by 1 limit 1)`,
  },
  {
    what: 'an SMS that was never decided',
    promise: 'every woman with a number who has not said no gets one SMS',
    spoil: `create table kept as select message_id, kind from message where kind = 'sms-reminder' order by 1 limit 1;
      update message m set kind = 'moved' from kept k where k.message_id = m.message_id`,
    mend: `update message m set kind = k.kind from kept k where k.message_id = m.message_id; drop table kept`,
  },
];

describe('each promise can be found broken', () => {
  it('and none is while all is well', async () => {
    expect(await findImpossible(country.db)).toEqual([]);
  });

  it.each(sabotage)('$what', async ({ promise, spoil, mend }) => {
    for (const statement of spoil.split(';')) await sql.raw(statement).execute(country.db.kysely);
    const found = await findImpossible(country.db);
    for (const statement of mend.split(';')) await sql.raw(statement).execute(country.db.kysely);
    expect(found.map((one) => one.promise)).toEqual([expect.stringContaining(promise)]);
    expect(found[0]?.cases).toBe(1);
    expect(await findImpossible(country.db)).toEqual([]);
  });
});
