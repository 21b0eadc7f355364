import { classifyCancers as classifyCancersEndpoint, intervalCancers } from '#contracts/cancers';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { classifyCancers } from './classify-cancers.ts';
import { listIntervalCancers } from './interval-cancers.ts';

export const routes: readonly Route[] = [
  route(intervalCancers, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listIntervalCancers(tx, input))),
  route(classifyCancersEndpoint, ({ db, actor }) => inTransaction(db, actor, (tx) => classifyCancers(tx))),
];
