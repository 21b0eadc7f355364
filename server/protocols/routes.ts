import * as contracts from '#contracts/protocols';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { approveDraft } from './approve-draft.ts';
import { deleteDraft } from './delete-draft.ts';
import { listProtocols } from './list-protocols.ts';
import { loadRules } from './load-rules.ts';
import { putIntoUse } from './put-into-use.ts';
import { retireProtocol } from './retire-protocol.ts';
import { saveDraft } from './save-draft.ts';
import { showProtocol } from './show-protocol.ts';

export const routes: readonly Route[] = [
  route(contracts.listProtocols, ({ db, actor }) => inTransaction(db, actor, listProtocols)),
  route(contracts.protocolRules, ({ db, actor }) => inTransaction(db, actor, loadRules)),
  route(contracts.showProtocol, ({ db, actor }, input) => inTransaction(db, actor, (tx) => showProtocol(tx, input))),
  route(contracts.saveDraft, ({ db, actor }, input) => inTransaction(db, actor, (tx) => saveDraft(tx, input))),
  route(contracts.deleteDraft, ({ db, actor }, input) => inTransaction(db, actor, (tx) => deleteDraft(tx, input))),
  route(contracts.approveDraft, ({ db, actor }, input) => inTransaction(db, actor, (tx) => approveDraft(tx, input))),
  route(contracts.retireProtocol, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => retireProtocol(tx, input)),
  ),
  route(contracts.putIntoUse, ({ db, actor }, input) => inTransaction(db, actor, (tx) => putIntoUse(tx, input))),
];
