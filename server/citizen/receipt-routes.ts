import { Hono } from 'hono';
import { createElement } from 'react';
import type { Tx } from '#server/db/transaction';
import { ChangesPage, ReceiptPage, type ShownChange } from '#web/citizen/receipt-pages.tsx';
import type { Door } from './door.ts';
import { loadOwnChanges } from './load-own-changes.ts';
import { undoOwnChange } from './undo-own-change.ts';

/** Her receipts: what she has done here, and taking it back. */
export function receiptRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side/endringer',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const changes = await visit.own((tx) => loadShown(tx, visit.personId));
      const body = createElement(ChangesPage, { text: text.citizen, language, changes });
      return visit.show({ title: text.citizen.changes, body });
    }),
  );

  pages.get(
    '/min-side/kvittering/:id',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const changes = await visit.own((tx) => loadShown(tx, visit.personId));
      const change = changes.find((one) => one.changeId === visit.c.req.param('id'));
      if (!change) return visit.message(text.citizen.notFoundTitle, text.citizen.notFound, 404);
      const body = createElement(ReceiptPage, { text: text.citizen, language, change });
      return visit.show({ title: text.citizen.receipts[change.kind].title, body });
    }),
  );

  pages.post(
    '/min-side/kvittering/:id/angre',
    door.woman(async (visit) => {
      const changeId = visit.c.req.param('id') ?? '';
      const done = await visit.own((tx) => undoOwnChange(tx, { personId: visit.personId, changeId }));
      if (done.ok) return visit.goTo(`/min-side/kvittering/${done.value}`);
      const { undoFailed } = visit.text.citizen;
      const full = ['slot-full', 'no-such-time', 'in-the-past', 'unit-closed'].includes(done.refusal.code);
      return visit.message(undoFailed.title, undoFailed[full ? 'slot-full' : 'too-late'], 409);
    }),
  );

  return pages;
}

async function loadShown(tx: Tx, personId: string): Promise<readonly ShownChange[]> {
  const changes = await loadOwnChanges(tx, personId);
  const units = await tx.q.selectFrom('unit').select(['id', 'name']).execute();
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return changes.map(({ changeId, kind, day, undone, mayUndo, detail }) => {
    const time = detail as { readonly day?: string; readonly at?: string; readonly unit?: string };
    return {
      ...{ changeId, kind, day, undone, mayUndo },
      time:
        time.day && time.at && time.unit ? { day: time.day, at: time.at, unitName: names.get(time.unit) ?? '' } : null,
    };
  });
}
