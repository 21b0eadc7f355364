import * as contracts from '#contracts/ai';
import { pushAiResult } from '#contracts/ai-push';
import { type Actor, system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { loadAiDrift } from './ai-drift.ts';
import { loadAiOverview } from './ai-overview.ts';
import { inspectRefusal, listRefusals } from './list-refusals.ts';
import { makeCalibration, chooseCalibration } from './make-calibration.ts';
import { receivePush } from './receive-push.ts';
import { makeKey, registerProduct } from './register-product.ts';

/** For what is counted over every woman and shows none: below the actor's own rights would be looked up for each row. */
const counting = ({ userId, name }: Actor): Actor => ({ ...system, userId, name });

export const routes: readonly Route[] = [
  route(pushAiResult, async ({ db, sent }) => {
    if (!sent) throw new Error('a signed endpoint gets the body as it was sent');
    return receivePush(db, sent);
  }),
  route(contracts.aiOverview, ({ db, actor }) => inTransaction(db, counting(actor), loadAiOverview)),
  route(contracts.registerAiProduct, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => registerProduct(tx, input)),
  ),
  route(contracts.makeAiKey, ({ db, actor }, input) => inTransaction(db, actor, (tx) => makeKey(tx, input))),
  route(contracts.makeAiCalibration, ({ db, actor }, input) => makeCalibration(db, actor, input)),
  route(contracts.loadAiCalibration, ({ db, actor }, input) => makeCalibration(db, actor, input)),
  route(contracts.chooseAiCalibration, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => chooseCalibration(tx, input)),
  ),
  route(contracts.aiRefusals, ({ db, actor }) => inTransaction(db, actor, listRefusals)),
  route(contracts.inspectAiRefusal, ({ db, actor }, input) => inspectRefusal(db, actor, input)),
  route(contracts.aiDrift, ({ db, actor }, input) => loadAiDrift(db, actor, input)),
];
