import type { z } from 'zod';
import * as contract from '#contracts/quality';
import type { indicatorSetSchema } from '#core/quality/indicator-set';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { summariseSet } from './describe-indicator.ts';
import { findCases, listCases } from './list-cases.ts';
import { placeName } from './figure-scope.ts';
import { listSets } from './list-sets.ts';
import { loadSet } from './load-set.ts';
import { openFigures } from './open-figures.ts';
import { renewSnapshot } from './renew-snapshot.ts';
import { showEquity } from './show-equity.ts';
import { showIndicator } from './show-indicator.ts';
import { showSet } from './show-set.ts';

export const routes: readonly Route[] = [
  route(contract.listIndicatorSets, async ({ db }) => {
    const [sets, { snapshot, stale }] = await Promise.all([listSets(db.kysely), openFigures(db)]);
    return { sets: sets.map(summariseSet), snapshot, stale };
  }),
  route(contract.showIndicatorSet, ({ db }, { set, ...scope }) => showSet(db, set, scope)),
  route(contract.showIndicator, ({ db, actor }, asked) => showIndicator(db, actor, asked)),
  route(contract.listIndicatorCases, async ({ db, actor }, asked) => {
    // A centre's people go through their own women; the office through all.
    const own = actor.centres === 'all' ? asked : { ...asked, centre: actor.centres[0] ?? '' };
    const found = await findCases(db, own);
    if (!found.ok) return found;
    const { episodes, ...counted } = found.value;
    const place = await placeName(db, own);
    const what = `${asked.set}/${asked.indicator} ${asked.part}`;
    const rows = await inTransaction(db, actor, (tx) => listCases(tx, { episodes, what }));
    return ok({ ...counted, place, rows });
  }),
  route(contract.indicatorSetFile, async ({ db }, { set }) => {
    const known = (await listSets(db.kysely)).find(({ id }) => id === set);
    if (!known) return refuse('set-not-found', `There is no indicator set "${set}"`);
    const { loadedOn: _, ...file } = known;
    return ok(file as z.input<typeof indicatorSetSchema>);
  }),
  route(contract.loadIndicatorSet, async ({ db, actor }, { text }) => {
    const loaded = await inTransaction(db, actor, (tx) => loadSet(tx, text));
    if (!loaded.ok) return loaded;
    const { id, version, indicators } = loaded.value;
    return ok({ id, version, indicators: indicators.length });
  }),
  route(contract.showEquity, ({ db }, asked) => showEquity(db, asked)),
  route(contract.renewSnapshot, async ({ db, config, actor }) => {
    const snapshot = await renewSnapshot(db, config, actor);
    return { ...snapshot, madeAt: new Date().toISOString() };
  }),
];
