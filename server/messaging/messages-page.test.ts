import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contracts from '#contracts/messaging';
import { addDays } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { countMessages } from './count-messages.ts';
import { decideMessage } from './decide-message.ts';
import { dispatchDue } from './dispatch.ts';
import { handleMessage } from './handle-message.ts';
import { listMessages } from './list-messages.ts';
import { sendingHours } from './moment.ts';
import { previewMessage } from './preview-message.ts';
import { resendFailed, resendMessage } from './resend-message.ts';
import { showMessage } from './show-message.ts';
import { firstDay, makeWorld, type World } from '#test/messaging-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(() => world.db.pool.query('truncate message_delivery, message'));

const office: Actor = { userId: 'office-1', name: 'Office', role: 'office', centres: 'all' };
const here: Actor = { userId: 'K-T1-1', name: 'Here', role: 'coordinator', centres: ['T1'] };
const elsewhere: Actor = { userId: 'K-T2-1', name: 'Elsewhere', role: 'coordinator', centres: ['T2'] };
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(world.db, actor, work);
const morning = sendingHours(firstDay).from;
const list = (actor: Actor, filter: object = {}) =>
  as(actor, (tx) => listMessages(tx, contracts.listMessages.input.parse(filter)));
const total = async (actor: Actor, filter: object = {}) => {
  const listed = await list(actor, filter);
  return listed.ok ? listed.value.total : listed.refusal.code;
};

async function invited(facts: Parameters<World['woman']>[0] = {}) {
  const woman = await world.woman(facts);
  const decided = await as(system, (tx) => decideMessage(tx, { ...woman, kind: 'invitation', cause: 'invitation' }));
  return { personId: woman.personId, messageId: decided?.messageId ?? '' };
}

async function failed() {
  const key = await invited();
  await world.db.kysely
    .updateTable('message')
    .set({ state: 'failed', step: 'person', last_error: 'answered 503' })
    .execute();
  return key;
}

describe('the list', () => {
  it('is narrowed by state, kind, step, day and reference, and shows a centre its own women only', async () => {
    const key = await invited();
    await invited({ digital: false });
    expect(await total(office)).toBe(2);
    expect(await total(office, { step: 'print' })).toBe(1);
    expect(await total(office, { state: 'sent' })).toBe(0);
    expect(await total(office, { kind: 'recall' })).toBe(0);
    expect(await total(office, { day: addDays(firstDay, 1) })).toBe(0);
    const shown = await as(office, (tx) => showMessage(tx, key));
    const reference = shown.ok ? shown.value.reference : '';
    expect(await total(office, { reference: reference.toLowerCase().replace('-', '') })).toBe(1);
    expect(await total(office, { reference: '12345' })).toBe('bad-reference');
    expect([await total(here), await total(elsewhere)]).toEqual([2, 0]);
    expect(await as(elsewhere, (tx) => showMessage(tx, key))).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(await as(elsewhere, (tx) => previewMessage(tx, key))).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
  it('answers as the contract says', async () => {
    await invited({ language: 'se' });
    const listed = await list(office);
    expect(listed.ok && contracts.listMessages.output.parse(listed.value).rows).toMatchObject([
      { name: 'Prøve Oppdiktsen', kind: 'invitation', language: 'nb', languageWanted: 'se' },
    ]);
  });
});

describe('the preview', () => {
  it('is, byte for byte, what is sent', async () => {
    const { simulated, partner } = await world.partner();
    const key = await invited({ language: 'nn' });
    await dispatchDue(world.db, partner, morning);
    const preview = await as(here, (tx) => previewMessage(tx, key));
    expect(preview.ok && contracts.previewMessage.output.parse(preview.value)).toMatchObject({
      kind: 'letter',
      title: 'Time til mammografi',
      sha256: simulated.received()[0]?.sha256,
    });
  });
});

describe('sending again', () => {
  it('is a new delivery with a new key, also for the partner', async () => {
    const { simulated, partner } = await world.partner();
    const key = await invited();
    await dispatchDue(world.db, partner, morning);
    expect(await as(here, (tx) => resendMessage(tx, { ...key, way: 'first' }))).toMatchObject({
      value: { step: 'digital' },
    });
    await dispatchDue(world.db, partner, morning);
    expect(simulated.delivered().size).toBe(2);
    const shown = await as(here, (tx) => showMessage(tx, key));
    expect(shown.ok && contracts.showMessage.output.parse(shown.value).deliveries.map((d) => d.event)).toEqual([
      'accepted',
      'resent',
      'accepted',
    ]);
  });
  it('on paper when asked, and not for what still waits, is withdrawn, or is an SMS', async () => {
    const key = await invited();
    const again = (way: 'first' | 'print') => as(here, (tx) => resendMessage(tx, { ...key, way }));
    const set = (values: object) => world.db.kysely.updateTable('message').set(values).execute();
    expect(await again('print')).toMatchObject({ refusal: { code: 'still-waiting' } });
    await set({ state: 'withdrawn' });
    expect(await again('print')).toMatchObject({ refusal: { code: 'withdrawn' } });
    await set({ state: 'sent', kind: 'sms-reminder', channel: 'sms' });
    expect(await again('print')).toMatchObject({ refusal: { code: 'no-paper' } });
    await set({ state: 'delivered', kind: 'invitation', channel: 'letter' });
    expect(await again('print')).toMatchObject({ value: { step: 'print' } });
  });
  it('of all that failed, after a way was down', async () => {
    await failed();
    expect(await as(office, resendFailed)).toEqual({ resent: 1 });
    expect(await total(office, { state: 'waiting', step: 'digital' })).toBe(1);
  });
});

describe('the list for a person', () => {
  it('is worked through: told counts as delivered, not needed as withdrawn, each with who and why', async () => {
    const key = await failed();
    const handle = (how: 'told' | 'not-needed') => as(here, (tx) => handleMessage(tx, { ...key, how, note: 'ringt' }));
    expect(await handle('told')).toMatchObject({ value: { state: 'delivered' } });
    expect(await handle('told')).toMatchObject({ refusal: { code: 'not-failed' } });
    const shown = await as(here, (tx) => showMessage(tx, key));
    expect(shown.ok && shown.value.deliveries).toMatchObject([{ event: 'handled', reason: 'ringt' }]);
    const other = await failed();
    expect(await as(here, (tx) => handleMessage(tx, { ...other, how: 'not-needed', note: 'flyttet' }))).toMatchObject({
      value: { state: 'withdrawn' },
    });
  });
});

it('counts what waits, what failed, and each of the last 14 days', async () => {
  const { partner } = await world.partner();
  await invited();
  await dispatchDue(world.db, partner, morning);
  await invited();
  const counts = contracts.countMessages.output.parse(await as(here, countMessages));
  expect(counts).toMatchObject({ waiting: 1, forAPerson: 0 });
  expect(counts.days[0]).toMatchObject({ day: firstDay, decided: 2, digital: 1, opened: 0 });
  expect(counts.days).toHaveLength(14);
  const none = await as(elsewhere, countMessages);
  expect([none.waiting, none.days[0]?.decided, none.days[0]?.digital]).toEqual([0, 0, 0]);
});
