import * as approvals from '#contracts/study-approvals';
import * as plans from '#contracts/study-plans';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { attachDocument } from './attach-document.ts';
import { beginPlan } from './begin-plan.ts';
import { discardPlan } from './discard-plan.ts';
import { fetchDocument } from './fetch-document.ts';
import { listPlanDrafts } from './list-plan-drafts.ts';
import { putForwardPlan } from './put-forward-plan.ts';
import { recordApproval } from './record-approval.ts';
import { savePlanDraft } from './save-plan-draft.ts';
import { showPlanDraft } from './show-plan-draft.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import { writePlan } from './write-plan.ts';

/** Writing plans, and the register of approvals. */
export const routes: readonly Route[] = [
  route(plans.writeStudyPlan, ({ db, actor }, { plan }) => inTransaction(db, actor, (tx) => writePlan(tx, plan))),
  route(plans.listPlanDrafts, ({ db, actor }) => inTransaction(db, actor, listPlanDrafts)),
  route(plans.beginPlan, ({ db, actor }, input) => inTransaction(db, actor, (tx) => beginPlan(tx, input))),
  route(plans.showPlanDraft, ({ db, actor }, input) => inTransaction(db, actor, (tx) => showPlanDraft(tx, input))),
  route(plans.savePlanDraft, ({ db, actor }, input) => inTransaction(db, actor, (tx) => savePlanDraft(tx, input))),
  route(plans.putForwardPlan, ({ db, actor }, input) => inTransaction(db, actor, (tx) => putForwardPlan(tx, input))),
  route(plans.discardPlan, ({ db, actor }, input) => inTransaction(db, actor, (tx) => discardPlan(tx, input))),
  route(approvals.recordStudyApproval, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordApproval(tx, input)),
  ),
  route(approvals.attachApprovalDocument, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => attachDocument(tx, input)),
  ),
  route(approvals.fetchApprovalDocument, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => fetchDocument(tx, input)),
  ),
  route(approvals.withdrawStudyApproval, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => withdrawApproval(tx, input)),
  ),
];
