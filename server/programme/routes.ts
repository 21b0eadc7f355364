import * as contract from '#contracts/overview';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { loadOverview } from './overview.ts';

export const routes: readonly Route[] = [
  route(contract.overview, ({ db, actor }) => loadOverview(db, actor)),
  route(contract.runDay, async (request, { days }) => {
    if (!request.days) return notDemo;
    const started = request.days.start(days);
    if (!started.ok) return started;
    await inTransaction(request.db, request.actor, async (tx) => tx.record('demo.run-days', null, { days }));
    return ok({ ...started.value, today: await today(request) });
  }),
  route(contract.dayProgress, async (request) =>
    request.days ? ok({ ...request.days.progress(), today: await today(request) }) : notDemo,
  ),
];

const notDemo = refuse('not-demo', 'The clock of a real programme is not moved by hand');

function today({ db, actor }: Request): Promise<string> {
  return inTransaction(db, actor, async (tx) => tx.today);
}
