/** A round, from the population register to result letters, day by day through the live use cases. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/verify';
import { findImpossible } from '#server/programme/find-impossible';
import { runDays } from '#server/simulation/run-day';
import { type SmallCountry, smallCountry } from './demo-country.ts';

const DAYS = 45;

let country: SmallCountry;
beforeAll(async () => {
  country = await smallCountry();
}, 300_000);
afterAll(() => country?.drop());

async function count(query: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(`select count(*)::int as n from ${query}`).execute(country.db.kysely);
  return rows[0]?.n ?? 0;
}

describe('a round', () => {
  it('begins with nothing impossible', async () => {
    expect(await findImpossible(country.db)).toEqual([]);
  });

  it(`runs ${DAYS} days with nothing impossible after any of them`, async () => {
    for (let i = 0; i < DAYS; i++) {
      const day = await runDays(country.db, country, 1, country);
      expect(await findImpossible(country.db), `after ${day}`).toEqual([]);
    }
    expect(await verifyChain(country.db)).toMatchObject({ kind: 'whole' });
  }, 600_000);

  it('has taken women all the way: invited live, screened, read, answered', async () => {
    expect(
      await count(`episode e where e.outcome = 'negative'
        and exists (select from episode_event v where v.person_id = e.person_id and v.episode_id = e.episode_id and v.kind = 'invited')
        and exists (select from message m where m.person_id = e.person_id and m.episode_id = e.episode_id and m.kind = 'result-normal' and m.state <> 'waiting')`),
    ).toBeGreaterThan(10);
  });

  it('has reminded those who did not come, and closed those who did not come again', async () => {
    expect(await count(`message where kind = 'reminder'`)).toBeGreaterThan(3);
    expect(await count(`episode_event where kind = 'did-not-attend'`)).toBeGreaterThan(3);
  });

  it('has recalled, assessed and told', async () => {
    expect(await count(`message where kind = 'recall'`)).toBeGreaterThan(0);
    expect(await count(`episode_event where kind in ('assessed-negative', 'assessed-malignant')`)).toBeGreaterThan(0);
  });

  it('has delivered each message once, however often it was tried', async () => {
    const { rows } = await sql<{ key: string }>`
      select idempotency_key as key from message_delivery where event = 'accepted' and step in ('digital', 'sms')`.execute(
      country.db.kysely,
    );
    const keys = rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(country.carrier.delivered()).toEqual(new Set(keys));
  });

  it('has sent no SMS with a word about health', () => {
    const texts = country.carrier.received().flatMap((line) => (line.text ? [line.text] : []));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).not.toMatch(/kreft|bryst|mammo|funn|svulst|http/i);
  });
});
