import {
  callRecordsDifferent,
  compareRecords,
  findPeople,
  liftReservation as liftReservationEndpoint,
  liftStop as liftStopEndpoint,
  mergeRecords,
  possibleDuplicates,
  reserveStorage as reserveStorageEndpoint,
  stopInvitations as stopInvitationsEndpoint,
  whoHasLooked as whoHasLookedEndpoint,
  whyInvited as whyInvitedEndpoint,
  womanTimeline,
} from '#contracts/people';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { callDifferent } from './call-different.ts';
import { comparePersons } from './compare-persons.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findPerson } from './find-person.ts';
import { liftReservation } from './lift-reservation.ts';
import { liftStop } from './lift-stop.ts';
import { mergePersons } from './merge-persons.ts';
import { personTimeline } from './person-timeline.ts';
import { reserveStorage } from './reserve-storage.ts';
import { stopInvitations } from './stop-invitations.ts';
import { whoHasLooked } from './who-has-looked.ts';
import { whyInvited } from './why-invited.ts';

export const routes: readonly Route[] = [
  route(findPeople, ({ db, actor }, input) => inTransaction(db, actor, (tx) => findPerson(tx, input))),
  // Before the woman's own address, which would take `duplicates` for her id.
  route(possibleDuplicates, ({ db, actor }) => inTransaction(db, actor, findDuplicates)),
  route(compareRecords, ({ db, actor }, input) => inTransaction(db, actor, (tx) => comparePersons(tx, input))),
  route(mergeRecords, ({ db, actor }, input) => inTransaction(db, actor, (tx) => mergePersons(tx, input))),
  route(callRecordsDifferent, ({ db, actor }, input) => inTransaction(db, actor, (tx) => callDifferent(tx, input))),
  route(womanTimeline, ({ db, actor }, input) => inTransaction(db, actor, (tx) => personTimeline(tx, input))),
  route(whyInvitedEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => whyInvited(tx, input))),
  route(whoHasLookedEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => whoHasLooked(tx, input))),
  route(stopInvitationsEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => stopInvitations(tx, input)),
  ),
  route(liftStopEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => liftStop(tx, input))),
  route(reserveStorageEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => reserveStorage(tx, input))),
  route(liftReservationEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => liftReservation(tx, input)),
  ),
];
