import {
  findPeople,
  liftReservation as liftReservationEndpoint,
  liftStop as liftStopEndpoint,
  reserveStorage as reserveStorageEndpoint,
  stopInvitations as stopInvitationsEndpoint,
  whoHasLooked as whoHasLookedEndpoint,
  whyInvited as whyInvitedEndpoint,
  womanTimeline,
} from '#contracts/people';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { findPerson } from './find-person.ts';
import { liftReservation } from './lift-reservation.ts';
import { liftStop } from './lift-stop.ts';
import { personTimeline } from './person-timeline.ts';
import { reserveStorage } from './reserve-storage.ts';
import { stopInvitations } from './stop-invitations.ts';
import { whoHasLooked } from './who-has-looked.ts';
import { whyInvited } from './why-invited.ts';

export const routes: readonly Route[] = [
  route(findPeople, ({ db, actor }, input) => inTransaction(db, actor, (tx) => findPerson(tx, input))),
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
