/** An invented study whose arms take different images, open at a centre of the small clinic: it draws at check-in. */
import { randomBytes } from 'node:crypto';
import { bindModels } from '#core/protocols/bind-models';
import type { StudyPlan } from '#core/studies/study';
import { aims4 } from '#programmes/protocols/aims-4';
import type { Database } from '#server/db/database';
import { twoArms } from './study-plans.ts';

const words = (text: string) => ({ nb: text, nn: text, en: text });

export const drawFirst: StudyPlan = {
  ...twoArms,
  id: 'draw-first',
  title: words('Bildestudien'),
  protocol: bindModels(aims4.protocol, { vendor: 'demo-ai' }),
  moment: 'check-in',
  control: 'mammography',
  armNames: { mammography: words('Arm uten'), tomosynthesis: words('Arm med') },
  consent: { ...twoArms.consent, design: 'opt-out' },
  sites: ['C06'],
  recruitment: { total: 100, planned: [] },
};

/** Signed, approved and open, as its log says. */
export async function openDrawFirst(db: Database, today: string): Promise<void> {
  const { id, version } = drawFirst;
  const run = (text: string, ...values: unknown[]) => db.pool.query(text, values);
  await run(`insert into study values ($1, 'open', $2, $3, 'test')`, id, version, today);
  await run(
    `insert into study_version (study_id, version, plan, written_on, written_by, signed_on, signed_by, signature)
     values ($1, $2, $3, $4, 'test', $4, 'test', repeat('d', 64))`,
    ...[id, version, drawFirst, today],
  );
  const steps = [{ kind: 'set-up', version }, { kind: 'approved' }, { kind: 'site-opened', centreId: 'C06' }];
  for (const [i, step] of steps.entries())
    await run(`insert into study_event values ($1, $2, $3, $4, now(), 'test')`, id, i + 1, step, today);
  await run(`insert into study_site values ($1, 'C06', 'open', $2)`, id, today);
  await run(
    `insert into study_approval (study_id, kind, centre_id, reference, decided_on, valid_from, recorded_on, recorded_by)
     select $1, kind, case when kind = 'centre-privacy-officer' then 'C06' end, 'Sak', $2, $2, $2, 'test'
     from unnest(array['ethics', 'privacy', 'data-processor', 'centre-privacy-officer']) kind`,
    ...[id, today],
  );
  await run(`insert into study_key (study_id, key, made_on) values ($1, $2, $3)`, id, randomBytes(32), today);
}
