import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import type { ContactWishes } from '#core/people/contact-wishes';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { changeContactWishes } from '#server/people/change-contact-wishes';
import { firstDay, makeWorld, type Woman, type World } from '#test/messaging-world';
import { decideDueSms } from './decide-due-sms.ts';
import { decideMessage } from './decide-message.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const wish = (woman: Woman, change: Partial<ContactWishes>) =>
  inTransaction(world.db, system, (tx) => changeContactWishes(tx, { personId: woman.personId, change }));

async function letterTo(woman: Woman, cause: string) {
  await inTransaction(world.db, system, (tx) => decideMessage(tx, { kind: 'invitation', cause, ...woman }));
  return world.db.kysely
    .selectFrom('message')
    .select(['step', 'language', 'content'])
    .where('person_id', '=', woman.personId)
    .where('cause', '=', cause)
    .executeTakeFirstOrThrow();
}

describe('what she wishes', () => {
  it('letters on paper although she is on the portal, and in her language', async () => {
    const woman = await world.woman({ digital: true, language: 'nb' });
    expect(await letterTo(woman, 'before')).toMatchObject({ step: 'digital', language: 'nb' });
    await wish(woman, { channel: 'paper', language: 'nn' });
    expect(await letterTo(woman, 'after')).toMatchObject({ step: 'print', language: 'nn' });
    await wish(woman, { channel: 'digital' });
    expect(await letterTo(woman, 'again')).toMatchObject({ step: 'digital', language: 'nn' });
  });

  it('digital letters cannot reach one who is not on the portal', async () => {
    const woman = await world.woman({ digital: false });
    await wish(woman, { channel: 'digital' });
    expect(await letterTo(woman, 'letter')).toMatchObject({ step: 'print' });
  });

  it('no SMS, or SMS to another number; the others get theirs', async () => {
    const day = addDays(firstDay, 3);
    const [none, other, usual, noNumber] = [
      await world.woman({ day }),
      await world.woman({ day }),
      await world.woman({ day }),
      await world.woman({ day, phone: null }),
    ];
    await wish(none, { sms: false });
    await wish(other, { phone: '+4799900077' });
    await wish(noNumber, { phone: '+4799900088' });
    await inTransaction(world.db, system, (tx) => decideDueSms(tx));
    const rows = await world.db.kysely
      .selectFrom('message')
      .select(['person_id', 'content'])
      .where('kind', '=', 'sms-reminder')
      .execute();
    const to = new Map(rows.map((row) => [row.person_id, row.content.phone]));
    expect(to.has(none.personId)).toBe(false);
    expect(to.get(other.personId)).toBe('+4799900077');
    expect(to.get(noNumber.personId)).toBe('+4799900088');
    expect(to.has(usual.personId)).toBe(true);
  });
});
