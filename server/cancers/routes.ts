import * as review from '#contracts/cancer-review';
import { classifyCancers as classifyCancersEndpoint, intervalCancers } from '#contracts/cancers';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { classifyCancers } from './classify-cancers.ts';
import { listIntervalCancers } from './interval-cancers.ts';
import { loadIntervalCancer } from './load-interval-cancer.ts';
import { openReview } from './open-review.ts';
import { recordDisclosure } from './record-disclosure.ts';
import { recordOpinion, settleReview } from './record-opinion.ts';
import { loadReviewDesk } from './review-desk.ts';
import { loadReviewFigures } from './review-figures.ts';

export const routes: readonly Route[] = [
  route(intervalCancers, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listIntervalCancers(tx, input))),
  route(classifyCancersEndpoint, ({ db, actor }) => inTransaction(db, actor, (tx) => classifyCancers(tx))),
  route(review.reviewDesk, ({ db, actor }) => inTransaction(db, actor, loadReviewDesk)),
  route(review.openReview, ({ db, actor }, input) => inTransaction(db, actor, (tx) => openReview(tx, input))),
  route(review.recordReviewOpinion, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordOpinion(tx, input)),
  ),
  route(review.settleReview, ({ db, actor }, input) => inTransaction(db, actor, (tx) => settleReview(tx, input))),
  route(review.intervalCancer, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => loadIntervalCancer(tx, input)),
  ),
  route(review.recordDisclosure, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordDisclosure(tx, input)),
  ),
  route(review.reviewFigures, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadReviewFigures(tx, input))),
];
