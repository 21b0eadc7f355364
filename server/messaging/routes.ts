import * as contracts from '#contracts/messaging';
import { type Route, route } from '#server/http/route';
import { inTransaction } from '#server/db/transaction';
import { countMessages } from './count-messages.ts';
import { handleMessage } from './handle-message.ts';
import { listMessages } from './list-messages.ts';
import { previewMessage } from './preview-message.ts';
import { resendFailed, resendMessage } from './resend-message.ts';
import { showMessage } from './show-message.ts';

export const routes: readonly Route[] = [
  route(contracts.countMessages, ({ db, actor }) => inTransaction(db, actor, countMessages)),
  route(contracts.listMessages, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listMessages(tx, input))),
  route(contracts.resendFailed, ({ db, actor }) => inTransaction(db, actor, resendFailed)),
  route(contracts.showMessage, ({ db, actor }, input) => inTransaction(db, actor, (tx) => showMessage(tx, input))),
  route(contracts.previewMessage, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => previewMessage(tx, input)),
  ),
  route(contracts.resendMessage, ({ db, actor }, input) => inTransaction(db, actor, (tx) => resendMessage(tx, input))),
  route(contracts.handleMessage, ({ db, actor }, input) => inTransaction(db, actor, (tx) => handleMessage(tx, input))),
];
