/** The demo's product is set up again where the program was stopped, whatever had been done by then. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoAi } from '#core/simulation/demo-ai';
import { system } from '#core/people/access';
import { makeCalibration } from '#server/ai/make-calibration';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundDemoAi, registerDemoAi } from './found-demo-ai.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

it('takes into use a calibration that was made and not yet chosen when the program was stopped, once', async () => {
  await registerDemoAi(db);
  const { product, version } = demoAi;
  const made = await makeCalibration(db, system, {
    product,
    version,
    name: 'Demo history',
    description: 'Invented',
    points: [1, 5, 10],
    examinations: 3000,
  });
  if (!made.ok) throw new Error(made.refusal.what);
  const key = await foundDemoAi(db);
  expect(await foundDemoAi(db)).toBe(key);
  const { rows } = await db.pool.query('select calibration_id from ai_calibration_use');
  expect(rows).toEqual([{ calibration_id: made.value.calibrationId }]);
});
