import { centreDay as centreDayContract, recentWomen as recentWomenContract } from '#contracts/centre-day';
import * as notes from '#contracts/notes';
import * as contract from '#contracts/overview';
import * as registers from '#contracts/registers';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { centreDay } from './centre-day.ts';
import { listFallenOut } from './fallen-out.ts';
import { listReservations, listStops } from './list-registers.ts';
import { loadOverview } from './overview.ts';
import { recentWomen } from './recent-women.ts';
import { finishNote, listNotes, writeNote } from './woman-notes.ts';

export const routes: readonly Route[] = [
  route(contract.overview, ({ db, actor }) => loadOverview(db, actor)),
  route(contract.fallenOut, ({ db, actor }, input) => listFallenOut(db, actor, input)),
  route(centreDayContract, ({ db, actor }, input) => inTransaction(db, actor, (tx) => centreDay(tx, input))),
  route(recentWomenContract, ({ db, actor }) => inTransaction(db, actor, recentWomen)),
  route(registers.listStops, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listStops(tx, input))),
  route(registers.listReservations, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => listReservations(tx, input)),
  ),
  route(notes.listNotes, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listNotes(tx, input))),
  route(notes.writeNote, ({ db, actor }, input) => inTransaction(db, actor, (tx) => writeNote(tx, input))),
  route(notes.finishNote, ({ db, actor }, input) => inTransaction(db, actor, (tx) => finishNote(tx, input))),
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
