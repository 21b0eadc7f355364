import { Hono } from 'hono';
import { createElement } from 'react';
import type { OwnChangeKind } from '#core/citizen/own-changes';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { isStopped } from '#core/people/target-group';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { Tx } from '#server/db/transaction';
import { liftReservation } from '#server/people/lift-reservation';
import { liftStop } from '#server/people/lift-stop';
import { loadReservation, loadStops } from '#server/people/load-registers';
import { reserveStorage } from '#server/people/reserve-storage';
import { stopInvitations } from '#server/people/stop-invitations';
import { ConfirmPage } from '#web/citizen/confirm-page.tsx';
import { ConsentsPage, InvitationsPage, StoragePage } from '#web/citizen/register-pages.tsx';
import type { WholeText } from '#web/text/text-of';
import type { Door, OwnVisit } from './door.ts';
import { loadOwnAppointment } from './load-own-appointment.ts';
import { noteOwnChange } from './note-own-change.ts';
import { loadOwnStudies } from './study-routes.ts';

type Step = {
  readonly path: string;
  readonly back: string;
  readonly meaning: keyof WholeText['citizen']['meanings'];
  readonly kind: OwnChangeKind;
  /** She may say why. */
  readonly asksWhy: boolean;
  readonly carryOut: (tx: Tx, personId: string) => Promise<Result<unknown>>;
};

const steps: readonly Step[] = [
  {
    ...{ path: '/min-side/invitasjoner/stopp', back: '/min-side/invitasjoner', meaning: 'never', kind: 'stopped' },
    asksWhy: true,
    carryOut: (tx, personId) => stopInvitations(tx, { personId, reason: 'own-wish' }),
  },
  {
    ...{ path: '/min-side/invitasjoner/start', back: '/min-side/invitasjoner', meaning: 'start', kind: 'stop-lifted' },
    asksWhy: false,
    carryOut: (tx, personId) => liftStop(tx, { personId }),
  },
  {
    ...{ path: '/min-side/lagring/reserver', back: '/min-side/lagring', meaning: 'reserve', kind: 'reserved' },
    asksWhy: false,
    carryOut: (tx, personId) => reserveStorage(tx, { personId }),
  },
  {
    ...{
      path: '/min-side/lagring/opphev',
      back: '/min-side/lagring',
      meaning: 'unreserve',
      kind: 'reservation-lifted',
    },
    asksWhy: false,
    carryOut: (tx, personId) => liftReservation(tx, { personId }),
  },
];

/** The two registers that are hers to enter and leave: invitations, and storing of normal findings; and consents. */
export function registerRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side/invitasjoner',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const { stoppedFrom } = await visit.own((tx) => loadChoices(tx, visit.personId));
      const body = createElement(InvitationsPage, { text: text.citizen, language, stoppedFrom });
      return visit.show({ title: text.citizen.invitations, body });
    }),
  );

  pages.get(
    '/min-side/lagring',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const { reservedFrom, carriedOutOn } = await visit.own((tx) => loadChoices(tx, visit.personId));
      const body = createElement(StoragePage, { text: text.citizen, language, reservedFrom, carriedOutOn });
      return visit.show({ title: text.citizen.storage, body });
    }),
  );

  pages.get(
    '/min-side/samtykker',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const { stoppedFrom, reservedFrom } = await visit.own((tx) => loadChoices(tx, visit.personId));
      const choices = { stopped: stoppedFrom !== null, reserved: reservedFrom !== null };
      const studies = await visit.own((tx) => loadOwnStudies(tx, visit.personId, language));
      const body = createElement(ConsentsPage, { text, language, studies, ...choices });
      return visit.show({ title: text.citizen.consents, body });
    }),
  );

  for (const step of steps) {
    pages.get(
      step.path,
      door.woman((visit) => explain(visit, step)),
    );
    pages.post(
      step.path,
      door.woman(async (visit) => {
        const why = ((await visit.form()).reason ?? '').trim();
        if (why.length > citizenRules.reasonLength) return explain(visit, step, why);
        const done = await visit.own((tx) => carryOut(tx, visit.personId, step, why));
        return visit.goTo(done.ok ? `/min-side/kvittering/${done.value}` : step.back);
      }),
    );
  }
  return pages;
}

async function carryOut(tx: Tx, personId: string, step: Step, why: string): Promise<Result<string>> {
  const had = await loadOwnAppointment(tx, personId);
  const done = await step.carryOut(tx, personId);
  if (!done.ok) return done;
  const given = had && !(await loadOwnAppointment(tx, personId));
  const time = given ? { unit: had.unitId, day: had.day, at: had.at } : {};
  return ok(await noteOwnChange(tx, { personId, kind: step.kind, detail: { ...time, ...(why ? { why } : {}) } }));
}

function explain(visit: OwnVisit, step: Step, tooLong?: string): Promise<Response> {
  const { text, language } = visit;
  const t = text.citizen;
  const faulty = tooLong !== undefined;
  const body = createElement(ConfirmPage, {
    ...{ text: t, language, meaning: step.meaning, back: step.back, action: step.path },
    ...(step.asksWhy ? { reason: { value: tooLong ?? '', error: faulty ? t.reasonTooLong : undefined } } : {}),
  });
  return visit.show({ title: t.meanings[step.meaning].title, body, error: faulty, status: faulty ? 422 : 200 });
}

type Choices = {
  readonly stoppedFrom: Day | null;
  readonly reservedFrom: Day | null;
  readonly carriedOutOn: Day | null;
};

async function loadChoices(tx: Tx, personId: string): Promise<Choices> {
  const stops = await loadStops(tx, personId);
  const carried = await tx.q
    .selectFrom('storage_reservation')
    .select('carried_out_on')
    .where('person_id', '=', personId)
    .where('lifted_on', 'is', null)
    .executeTakeFirst();
  return {
    stoppedFrom: stops.find((stop) => isStopped([stop], tx.today))?.from ?? null,
    reservedFrom: (await loadReservation(tx, personId))?.from ?? null,
    carriedOutOn: carried?.carried_out_on ?? null,
  };
}
