import * as meeting from '#contracts/consensus-meeting';
import * as own from '#contracts/own-figures';
import * as readers from '#contracts/readers';
import * as contracts from '#contracts/reading';
import { ok } from '#core/kernel/result';
import { readingRules } from '#programmes/breast-no/reading';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { caseStanding } from './case-standing.ts';
import { changePresence, closeMeeting } from './change-presence.ts';
import { claimConsensus } from './claim-consensus.ts';
import { claimNext } from './claim-next.ts';
import { listConsensus } from './list-consensus.ts';
import { listHolds } from './list-holds.ts';
import { listMeetings, loadCurrentMeeting, loadMinutes } from './load-meeting.ts';
import { openMeeting } from './open-meeting.ts';
import { loadOwnCase } from './own-case.ts';
import { loadOwnFigures } from './own-figures.ts';
import { ownReads } from './own-reads.ts';
import { queueCounts } from './queue-counts.ts';
import { recordConsensus } from './record-consensus.ts';
import { recordRead } from './record-read.ts';
import { releaseClaim } from './release-claim.ts';
import { releaseHold } from './release-hold.ts';
import { reviseRead } from './revise-read.ts';
import { listReaders, setSenior } from './senior-readers.ts';
import { deferCase, requestPriors } from './set-aside.ts';
import { takeBackConsensus } from './take-back-consensus.ts';

const page = { openingLockMs: readingRules.openingLockMs, deferReasons: [...readingRules.deferReasons] };

export const routes: readonly Route[] = [
  route(contracts.readingCounts, ({ db, actor }) =>
    inTransaction(db, actor, async (tx) => {
      const counts = await queueCounts(tx);
      return counts.ok ? ok({ ...counts.value, ...page }) : counts;
    }),
  ),
  route(contracts.claimNextCase, ({ db, actor }, input) => inTransaction(db, actor, (tx) => claimNext(tx, input))),
  route(contracts.releaseCase, ({ db, actor }, input) => inTransaction(db, actor, (tx) => releaseClaim(tx, input))),
  route(contracts.saveRead, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => {
      const saved = await recordRead(tx, input);
      return saved.ok ? ok({ frozenFrom: saved.value.frozenFrom.toISOString() }) : saved;
    }),
  ),
  route(contracts.changeRead, ({ db, actor }, input) => inTransaction(db, actor, (tx) => reviseRead(tx, input))),
  route(contracts.deferReading, ({ db, actor }, input) => inTransaction(db, actor, (tx) => deferCase(tx, input))),
  route(contracts.askForPriors, ({ db, actor }, input) => inTransaction(db, actor, (tx) => requestPriors(tx, input))),
  route(contracts.setAsideCases, ({ db, actor }) => inTransaction(db, actor, listHolds)),
  route(contracts.releaseSetAside, ({ db, actor }, input) => inTransaction(db, actor, (tx) => releaseHold(tx, input))),
  route(contracts.ownReads, ({ db, actor }) => inTransaction(db, actor, (tx) => ownReads(tx))),
  route(contracts.consensusQueue, ({ db, actor }) => inTransaction(db, actor, listConsensus)),
  route(contracts.openConsensus, ({ db, actor }, input) => inTransaction(db, actor, (tx) => claimConsensus(tx, input))),
  route(contracts.saveConsensus, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => {
      const saved = await recordConsensus(tx, input);
      return saved.ok ? ok({ ...saved.value, frozenFrom: saved.value.frozenFrom.toISOString() }) : saved;
    }),
  ),
  route(contracts.takeBackConsensus, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => takeBackConsensus(tx, input)),
  ),
  route(contracts.caseStanding, ({ db, actor }, input) => inTransaction(db, actor, (tx) => caseStanding(tx, input))),
  route(meeting.currentMeeting, ({ db, actor }) => inTransaction(db, actor, loadCurrentMeeting)),
  route(meeting.openMeeting, ({ db, actor }, input) => inTransaction(db, actor, (tx) => openMeeting(tx, input))),
  route(meeting.changePresence, ({ db, actor }, input) => inTransaction(db, actor, (tx) => changePresence(tx, input))),
  route(meeting.closeMeeting, ({ db, actor }, input) => inTransaction(db, actor, (tx) => closeMeeting(tx, input))),
  route(meeting.meetings, ({ db, actor }) => inTransaction(db, actor, listMeetings)),
  route(meeting.meetingMinutes, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadMinutes(tx, input))),
  route(readers.readers, ({ db, actor }) => inTransaction(db, actor, listReaders)),
  route(readers.setSenior, ({ db, actor }, input) => inTransaction(db, actor, (tx) => setSenior(tx, input))),
  route(own.ownFigures, ({ db, actor }, input) => loadOwnFigures(db, actor, input)),
  route(own.ownCase, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadOwnCase(tx, input))),
];
