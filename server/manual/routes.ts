import * as contracts from '#contracts/manual';
import { ok } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { figuresBeside } from './figures-beside.ts';
import { listManuals } from './list-manuals.ts';
import { loadEdition } from './load-edition.ts';
import type { CentreYear } from './load-standing.ts';
import { openManualYear } from './open-manual-year.ts';
import { renderReport } from './render-report.ts';
import { showManual } from './show-manual.ts';
import { writeEntry } from './write-entry.ts';

type Which = { readonly year: number; readonly centreId: string };

const show = ({ db, actor }: Pick<Request, 'db' | 'actor'>, which: Which) =>
  inTransaction(db, actor, (tx) =>
    showManual(tx, which, (found: CentreYear) => figuresBeside(db, found.edition, which)),
  );

export const routes: readonly Route[] = [
  route(contracts.listManuals, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listManuals(tx, input))),
  route(contracts.showManual, show),
  route(contracts.openManualYear, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => openManualYear(tx, input)),
  ),
  route(contracts.answerManual, ({ db, actor }, input) => inTransaction(db, actor, (tx) => writeEntry(tx, input))),
  route(contracts.followUpManual, ({ db, actor }, input) => inTransaction(db, actor, (tx) => writeEntry(tx, input))),
  route(contracts.loadEdition, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadEdition(tx, input))),
  route(contracts.manualReport, async (request, input) => {
    const manual = await show(request, input);
    return manual.ok ? ok(renderReport(manual.value, input.language)) : manual;
  }),
];
