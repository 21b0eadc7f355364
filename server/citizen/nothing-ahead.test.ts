/**
 * What readers, consensus, machines and pathology have come to changes no byte of what a woman is shown, until a letter
 * that says so has left. Every page of hers is asked for: the list is the router's own.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import type { LookedAt } from '#core/people/look';
import { sessionKey } from '#server/auth/session-key';
import { inTransaction } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { type OwnVisits, ownPagePaths, ownVisits } from '#test/own-visits';
import { foundCentres, type OpenedCase, openCases, reader, TODAY } from '#test/reading-world';
import { textOf } from '#web/text/text-of';

let db: TestDatabase;
let visits: (personId: string) => OwnVisits;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
  visits = ownVisits(db, await sessionKey(db));
});
afterAll(() => db.drop());

const run = (text: string, ...values: unknown[]) => db.pool.query(text, values);

/** Every page of hers as text, with what names the woman herself taken out. */
async function allPages(one: OpenedCase): Promise<string> {
  const own = visits(one.personId);
  const pages: string[] = [];
  for (const path of ownPagePaths) pages.push(`${path}\n${(await own.text(path)).replaceAll(one.personId, 'her')}`);
  return pages.join('\n');
}

const looks: readonly (readonly [name: string, what: LookedAt])[] = [
  ['L-C01-1', 'case'],
  ['L-C01-2', 'case'],
  ['L-C01-3', 'images and reads, for consensus'],
  ['L-C01-3', 'assessment worksheet'],
  ['L-C01-1', 'interval cancers'],
];

/** What may come of her images, each without its letter. */
const findings: Readonly<Record<string, (one: OpenedCase) => Promise<unknown>>> = {
  'read by two who disagree': async ({ personId, caseId }) => {
    for (const [step, score] of [
      ['r1', 1],
      ['r2', 5],
    ] as const)
      await run(
        `insert into read (person_id, case_id, step, reader, day, score_left, score_right) values ($1, $2, $3, $4, $5, 1, $6)`,
        ...[personId, caseId, step, reader(score === 1 ? 1 : 2).userId, TODAY, score],
      );
  },
  'scored by a machine': ({ personId, examinationId }) =>
    run(`insert into ai_result values ($1, $2, 'A', '1', $3, 99, 98, 12)`, personId, examinationId, TODAY),
  'recalled, with a time that she has not been told': async ({ personId, caseId, episodeId }) => {
    await run(
      `insert into consensus (person_id, case_id, step, day, members, decision) values ($1, $2, 'c', $3, '{L-C01-1,L-C01-2}', 'recall')`,
      ...[personId, caseId, TODAY],
    );
    await run(
      `update reading_case set state = 'closed', outcome = 'recall', closed_on = $2 where case_id = $1`,
      caseId,
      TODAY,
    );
    await run(`update episode set state = 'assessment' where episode_id = $1`, episodeId);
    await run(
      `insert into assessment_appointment (person_id, appointment_id, episode_id, centre_id, day, at, status)
       values ($1, $2, $3, 'C01', $4::date + 5, '10:00', 'booked')`,
      ...[personId, randomUUID(), episodeId, TODAY],
    );
  },
  'over as normal, the letter still waiting': ({ episodeId, personId }) => closeWith('negative', personId, episodeId),
  'over as cancer': async ({ personId, episodeId }) => {
    await run(
      `insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, nodes, er, pr, her2, surgery)
       values ($1, $2, $3, 'left', 'invasive', '8500/3', 'positive', 'positive', 'positive', 'negative', 'none')`,
      ...[personId, randomUUID(), TODAY],
    );
    await closeWith('cancer', personId, episodeId);
  },
};

/** Closed here: with its letter decided, which has not left. */
async function closeWith(outcome: string, personId: string, episodeId: string): Promise<void> {
  await run(
    `update episode set state = 'closed', outcome = $2, closed_on = $3 where episode_id = $1`,
    episodeId,
    outcome,
    TODAY,
  );
  await inTransaction(db, system, (tx) =>
    decideMessage(tx, { personId, kind: 'result-normal', cause: `result:${episodeId}`, episodeId }),
  );
}

async function lookAt(personId: string): Promise<void> {
  for (const [userId, what] of looks)
    await inTransaction(db, { ...reader(1), userId }, async (tx) => tx.look(personId, what));
}

describe('until the letter has left', () => {
  it.each([
    [
      'recalled',
      ['read by two who disagree', 'scored by a machine', 'recalled, with a time that she has not been told'],
    ],
    ['normal', ['over as normal, the letter still waiting']],
    ['ill', ['over as cancer']],
  ])('she is %s: her pages stay as they were', async (_, names) => {
    const [one] = await openCases(db, 1);
    if (!one) throw new Error('no case');
    const before = await allPages(one);
    expect(before).toContain(textOf.nb.citizen.standing['being-read']);
    await lookAt(one.personId);
    for (const name of names) {
      await findings[name]?.(one);
      expect(await allPages(one), name).toBe(before);
    }
  });

  it('and once it has, they say it', async () => {
    const [one] = await openCases(db, 1);
    if (!one) throw new Error('no case');
    const before = await allPages(one);
    await lookAt(one.personId);
    await closeWith('negative', one.personId, one.episodeId);
    await run(`update message set state = 'sent' where person_id = $1`, one.personId);
    const after = await allPages(one);
    expect(after).not.toBe(before);
    expect(after).toContain(textOf.nb.citizen.roundTold.normal);
    expect(after).toContain(textOf.nb.citizen.lookPurposes.reading);
  });
});

it('no page of hers holds the words of the reading room', async () => {
  const [one] = await openCases(db, 1);
  if (!one) throw new Error('no case');
  await findings['read by two who disagree']?.(one);
  const pages = await allPages(one);
  for (const inside of [
    one.caseId,
    one.examinationId,
    'consensus',
    'konsensus',
    'score',
    'protocol',
    'malign',
    'no-routine',
  ])
    expect(pages.toLowerCase()).not.toContain(inside);
});
