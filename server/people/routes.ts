import {
  callRecordsDifferent,
  compareRecords,
  findPeople,
  liftReservation as liftReservationEndpoint,
  liftStop as liftStopEndpoint,
  mergeRecords,
  possibleDuplicates,
  recordsCalledDifferent,
  reserveStorage as reserveStorageEndpoint,
  stopInvitations as stopInvitationsEndpoint,
  undoRecordsDifferent,
  undoStop as undoStopEndpoint,
  whoHasLooked as whoHasLookedEndpoint,
  whyInvited as whyInvitedEndpoint,
  womanTimeline,
} from '#contracts/people';
import { ok } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { callDifferent } from './call-different.ts';
import { comparePersons } from './compare-persons.ts';
import { calledDifferent } from './called-different.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findPerson } from './find-person.ts';
import { liftReservation } from './lift-reservation.ts';
import { liftStop } from './lift-stop.ts';
import { mergePersons } from './merge-persons.ts';
import { personTimeline } from './person-timeline.ts';
import { reserveStorage } from './reserve-storage.ts';
import { stopInvitations } from './stop-invitations.ts';
import { undoDifferent } from './undo-different.ts';
import { undoStop } from './undo-stop.ts';
import { whoHasLooked } from './who-has-looked.ts';
import { whyInvited } from './why-invited.ts';

export const routes: readonly Route[] = [
  route(findPeople, ({ db, actor }, input) => inTransaction(db, actor, (tx) => findPerson(tx, input))),
  // Before the woman's own address, which would take `duplicates` for her id.
  route(possibleDuplicates, ({ db, actor }) => inTransaction(db, actor, findDuplicates)),
  route(recordsCalledDifferent, ({ db, actor }) => inTransaction(db, actor, calledDifferent)),
  route(compareRecords, ({ db, actor }, input) => inTransaction(db, actor, (tx) => comparePersons(tx, input))),
  route(mergeRecords, ({ db, actor }, input) => inTransaction(db, actor, (tx) => mergePersons(tx, input))),
  route(callRecordsDifferent, ({ db, actor }, input) => inTransaction(db, actor, (tx) => callDifferent(tx, input))),
  route(undoRecordsDifferent, ({ db, actor }, input) => inTransaction(db, actor, (tx) => undoDifferent(tx, input))),
  route(womanTimeline, ({ db, actor }, input) => inTransaction(db, actor, (tx) => personTimeline(tx, input))),
  route(whyInvitedEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => whyInvited(tx, input))),
  route(whoHasLookedEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => whoHasLooked(tx, input))),
  route(stopInvitationsEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => stopInvitations(tx, input)),
  ),
  route(liftStopEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => liftStop(tx, input))),
  route(undoStopEndpoint, ({ db, actor }, { personId }) =>
    inTransaction(db, actor, async (tx) => {
      const undone = await undoStop(tx, { personId, days: 0 });
      return undone.ok ? ok({ round: undone.value.round, time: undone.value.time !== null }) : undone;
    }),
  ),
  route(reserveStorageEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => reserveStorage(tx, input))),
  route(liftReservationEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => liftReservation(tx, input)),
  ),
];
