import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import { clinicDay, makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { addDocument } from './add-document.ts';
import { attachMinutes } from './attach-minutes.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { fetchDocument } from './fetch-document.ts';
import { putBack } from './put-back.ts';
import { publishNews } from './publish-news.ts';
import { readNews } from './read-news.ts';
import { replyToMeeting } from './reply-to-meeting.ts';
import { withdrawDocument } from './withdraw-document.ts';
import { withdrawNews } from './withdraw-news.ts';
import { showPortal } from './show-portal.ts';

const office = staff('office', 'C06', 'PK-1');
const here = staff('radiographer', 'C06', 'R-C06-1');
const there = staff('radiographer', 'C07', 'R-C07-1');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('PK-1', 'Kontor', 'office', null), ('R-C06-1', 'Radiograf A', 'radiographer', 'C06'), ('R-C07-1', 'Radiograf B', 'radiographer', 'C07')`);
});
afterAll(() => db.drop());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const seen = (actor: Actor) => as(actor, showPortal);
async function done<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
async function refused(result: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string | undefined> {
  return (await result).refusal?.code;
}
const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`).toString('base64');
const document = (given: object = {}) => ({
  kind: 'procedure' as const,
  title: 'Prosedyre for posisjonering',
  fileName: 'posisjonering.pdf',
  mediaType: 'application/pdf' as const,
  content: pdf('første'),
  centreId: null,
  replaces: null,
  ...given,
});

describe('news', () => {
  it('reaches those it is for, and tells the office who has read it', async () => {
    const forAll = { title: 'Ny prosedyre', body: 'Les den.', centreId: null, mustRead: true };
    const { newsId } = await done(as(office, (tx) => publishNews(tx, forAll)));
    const forOne = { ...forAll, title: 'Bare B', centreId: 'C07' };
    await done(as(office, (tx) => publishNews(tx, forOne)));
    expect((await seen(here)).news.map((one) => one.title)).toEqual(['Ny prosedyre']);
    expect((await seen(there)).news.map((one) => one.title)).toEqual(['Bare B', 'Ny prosedyre']);
    await done(as(here, (tx) => readNews(tx, { newsId })));
    await done(as(here, (tx) => readNews(tx, { newsId })));
    expect((await seen(here)).news).toMatchObject([{ read: true, readers: null }]);
    expect((await seen(office)).news.find((one) => one.newsId === newsId)?.readers).toEqual({ read: 1, of: 2 });
    await done(as(office, (tx) => withdrawNews(tx, { newsId })));
    expect((await seen(here)).news).toEqual([]);
    expect(await refused(as(here, (tx) => readNews(tx, { newsId })))).toBe('not-found');
    // Taken back the same day by who may write, once.
    expect(await refused(as(here, (tx) => putBack(tx, { kind: 'news', id: newsId })))).toBe('not-found');
    await done(as(office, (tx) => putBack(tx, { kind: 'news', id: newsId })));
    expect((await seen(here)).news).toMatchObject([{ newsId, read: true }]);
    expect(await refused(as(office, (tx) => putBack(tx, { kind: 'news', id: newsId })))).toBe('not-found');
    await done(as(office, (tx) => withdrawNews(tx, { newsId })));
  });

  it('for one centre is not there for another, even by its number', async () => {
    const onlyB = (await seen(there)).news[0];
    if (!onlyB) throw new Error('no news');
    expect(await refused(as(here, (tx) => readNews(tx, { newsId: onlyB.newsId })))).toBe('not-found');
  });
});

describe('documents', () => {
  it('come back as they were put in, and a new version takes the place of the old one', async () => {
    const first = await done(as(office, (tx) => addDocument(tx, document())));
    const second = { ...document(), content: pdf('andre'), replaces: first.documentId };
    const { documentId } = await done(as(office, (tx) => addDocument(tx, second)));
    expect((await seen(here)).documents).toMatchObject([
      { documentId, version: 2, title: 'Prosedyre for posisjonering' },
    ]);
    const fetched = await done(as(here, (tx) => fetchDocument(tx, { documentId })));
    expect(Buffer.from(fetched.content, 'base64').toString()).toBe('%PDF-1.7 andre');
    expect(await refused(as(office, (tx) => addDocument(tx, second)))).toBe('replaced-already');
    await done(as(office, (tx) => withdrawDocument(tx, { documentId })));
    expect((await seen(here)).documents).toEqual([]);
    await done(as(office, (tx) => putBack(tx, { kind: 'document', id: documentId })));
    expect((await seen(here)).documents).toMatchObject([{ documentId, version: 2 }]);
    await done(as(office, (tx) => withdrawDocument(tx, { documentId })));
  });

  it('of a centre are its own evidence, which another centre cannot fetch', async () => {
    const evidence = document({ kind: 'evidence', centreId: 'C06' });
    const { documentId } = await done(as(here, (tx) => addDocument(tx, evidence)));
    expect(await refused(as(there, (tx) => fetchDocument(tx, { documentId })))).toBe('not-found');
    expect(await refused(as(here, (tx) => addDocument(tx, document())))).toBe('not-yours');
    expect(await refused(as(there, (tx) => addDocument(tx, evidence)))).toBe('not-yours');
  });

  it('that are not what they say are refused, and nothing is kept', async () => {
    const before = (await seen(office)).documents.length;
    const program = Buffer.from('MZ\u0000program').toString('base64');
    expect(await refused(as(office, (tx) => addDocument(tx, document({ content: program }))))).toBe('wrong-type');
    expect((await seen(office)).documents).toHaveLength(before);
  });
});

describe('meetings', () => {
  const meeting = {
    title: 'Fagmøte',
    day: addDays(clinicDay, 14),
    startsAt: '12:00',
    endsAt: '15:00',
    place: 'Video',
    agenda: 'Posisjonering',
    centreId: null,
  };

  it('are called, answered, minuted and cancelled', async () => {
    const { meetingId } = await done(as(office, (tx) => callMeeting(tx, meeting)));
    await done(as(here, (tx) => replyToMeeting(tx, { meetingId, coming: true })));
    await done(as(there, (tx) => replyToMeeting(tx, { meetingId, coming: true })));
    await done(as(there, (tx) => replyToMeeting(tx, { meetingId, coming: false })));
    const minutes = await done(as(office, (tx) => addDocument(tx, document({ kind: 'minutes', title: 'Referat' }))));
    await done(as(office, (tx) => attachMinutes(tx, { meetingId, documentId: minutes.documentId })));
    expect((await seen(here)).meetings).toMatchObject([
      { startsAt: '12:00', reply: 'coming', coming: 1, cancelled: false, minutes: { title: 'Referat' } },
    ]);
    await done(as(office, (tx) => cancelMeeting(tx, { meetingId })));
    expect((await seen(there)).meetings).toMatchObject([{ cancelled: true, reply: 'not-coming' }]);
    expect(await refused(as(here, (tx) => replyToMeeting(tx, { meetingId, coming: true })))).toBe('not-found');
    await done(as(office, (tx) => putBack(tx, { kind: 'meeting', id: meetingId })));
    expect((await seen(there)).meetings).toMatchObject([{ cancelled: false, reply: 'not-coming' }]);
    await db.pool.query('update meeting set cancelled_on = $1', [addDays(clinicDay, -1)]);
    expect(await refused(as(office, (tx) => putBack(tx, { kind: 'meeting', id: meetingId })))).toBe('not-found');
  });

  it('lie ahead and end after they begin', async () => {
    expect(await refused(as(office, (tx) => callMeeting(tx, { ...meeting, day: addDays(clinicDay, -1) })))).toBe(
      'past-date',
    );
    expect(await refused(as(office, (tx) => callMeeting(tx, { ...meeting, endsAt: '11:00' })))).toBe(
      'ends-before-start',
    );
  });
});
