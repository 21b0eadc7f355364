import * as contract from '#contracts/overview';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { loadOverview } from './overview.ts';

export const routes: readonly Route[] = [
  route(contract.overview, ({ db, actor }) => inTransaction(db, actor, (tx) => loadOverview(tx))),
];
