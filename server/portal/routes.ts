import * as contracts from '#contracts/portal';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { addDocument } from './add-document.ts';
import { attachMinutes } from './attach-minutes.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { fetchDocument } from './fetch-document.ts';
import { publishNews } from './publish-news.ts';
import { putBack } from './put-back.ts';
import { readNews } from './read-news.ts';
import { replyToMeeting } from './reply-to-meeting.ts';
import { withdrawDocument } from './withdraw-document.ts';
import { withdrawNews } from './withdraw-news.ts';
import { showPortal } from './show-portal.ts';

export const routes: readonly Route[] = [
  route(contracts.showPortal, ({ db, actor }) => inTransaction(db, actor, showPortal)),
  route(contracts.publishNews, ({ db, actor }, input) => inTransaction(db, actor, (tx) => publishNews(tx, input))),
  route(contracts.withdrawNews, ({ db, actor }, input) => inTransaction(db, actor, (tx) => withdrawNews(tx, input))),
  route(contracts.readNews, ({ db, actor }, input) => inTransaction(db, actor, (tx) => readNews(tx, input))),
  route(contracts.addDocument, ({ db, actor }, input) => inTransaction(db, actor, (tx) => addDocument(tx, input))),
  route(contracts.fetchDocument, ({ db, actor }, input) => inTransaction(db, actor, (tx) => fetchDocument(tx, input))),
  route(contracts.withdrawDocument, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => withdrawDocument(tx, input)),
  ),
  route(contracts.putBack, ({ db, actor }, input) => inTransaction(db, actor, (tx) => putBack(tx, input))),
  route(contracts.callMeeting, ({ db, actor }, input) => inTransaction(db, actor, (tx) => callMeeting(tx, input))),
  route(contracts.cancelMeeting, ({ db, actor }, input) => inTransaction(db, actor, (tx) => cancelMeeting(tx, input))),
  route(contracts.replyToMeeting, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => replyToMeeting(tx, input)),
  ),
  route(contracts.attachMinutes, ({ db, actor }, input) => inTransaction(db, actor, (tx) => attachMinutes(tx, input))),
];
