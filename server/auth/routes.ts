import * as chosen from '#contracts/preferences';
import * as kept from '#contracts/saved-filters';
import * as contract from '#contracts/session';
import * as users from '#contracts/users';
import { ok, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { readDemo } from '#server/simulation/demo';
import { accessLog } from './access-log.ts';
import { addUser } from './add-user.ts';
import { changeFilter } from './change-filter.ts';
import { changeUser } from './change-user.ts';
import { listStaff, listWomen } from './list-personas.ts';
import { listUsers } from './list-users.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import { removeFilter } from './remove-filter.ts';
import { saveFilter } from './save-filter.ts';
import { loadSavedFilters } from './saved-filters.ts';
import { persona } from './sign-in.ts';

export const routes: readonly Route[] = [
  route(chosen.preferences, ({ db, actor }) => inTransaction(db, actor, loadPreferences)),
  route(chosen.savePreferences, ({ db, actor }, input) => inTransaction(db, actor, (tx) => savePreferences(tx, input))),
  route(kept.savedFilters, ({ db, actor }) => inTransaction(db, actor, loadSavedFilters)),
  route(kept.saveFilter, ({ db, actor }, input) => inTransaction(db, actor, (tx) => saveFilter(tx, input))),
  route(kept.changeFilter, ({ db, actor }, input) => inTransaction(db, actor, (tx) => changeFilter(tx, input))),
  route(kept.removeFilter, ({ db, actor }, input) => inTransaction(db, actor, (tx) => removeFilter(tx, input))),
  route(users.listUsers, ({ db, actor }) => inTransaction(db, actor, listUsers)),
  route(users.addUser, ({ db, actor }, input) => inTransaction(db, actor, (tx) => addUser(tx, input))),
  route(users.changeUser, ({ db, actor }, input) => inTransaction(db, actor, (tx) => changeUser(tx, input))),
  route(users.accessLog, ({ db, actor }, input) => inTransaction(db, actor, (tx) => accessLog(tx, input))),
  route(contract.currentSession, ({ db, config, actor }) => describe(db, config.demo, actor)),
  route(contract.personas, async ({ db, config }) => {
    if (!config.demo) return refuse('not-demo', 'Choosing a person exists in the demo only');
    const [staff, women, demo] = await Promise.all([listStaff(db), listWomen(db), readDemo(db)]);
    return ok({ staff: [...staff], women: [...women], desk: demo?.desk.centreId ?? null });
  }),
  route(contract.signIn, async ({ db, config, session }, input) => {
    const entered = await persona.enter(db, config, input);
    if (!entered.ok) return entered;
    await record(db, entered.value, 'session.begin', { by: persona.id });
    session?.begin(entered.value.userId);
    return ok(await describe(db, config.demo, entered.value));
  }),
  route(contract.signOut, async (request: Request) => {
    if (request.actor.userId !== 'nobody') await record(request.db, request.actor, 'session.end', {});
    request.session?.end();
    return ok(await describe(request.db, request.config.demo, undefined));
  }),
];

function record(db: Database, actor: Actor, action: string, detail: Record<string, unknown>): Promise<void> {
  return inTransaction(db, actor, async (tx) => tx.record(action, actor.personId ?? null, detail));
}

async function describe(db: Database, demo: boolean, actor: Actor | undefined) {
  const nobody: Actor = { userId: 'nobody', name: '', role: 'participant', centres: [] };
  const { today, centre } = await inTransaction(db, actor ?? nobody, async (tx) => {
    const id = actor && actor.centres !== 'all' ? actor.centres[0] : undefined;
    const row = id
      ? await tx.q.selectFrom('centre').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
      : null;
    return { today: tx.today, centre: row ?? null };
  });
  const known = actor && actor.userId !== 'nobody';
  return { today, demo, actor: known ? { userId: actor.userId, name: actor.name, role: actor.role, centre } : null };
}
