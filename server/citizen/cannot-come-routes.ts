import { Hono } from 'hono';
import { createElement } from 'react';
import { type CancelReason, cancelReasons } from '#core/invitation/appointment';
import { citizenRules } from '#programmes/breast-no/citizen';
import { CannotComePage } from '#web/citizen/cannot-come-page.tsx';
import { ConfirmPage } from '#web/citizen/confirm-page.tsx';
import { cancelOwnTime } from './cancel-own-time.ts';
import type { Door, OwnVisit } from './door.ts';
import { loadOwnAppointment } from './load-own-appointment.ts';
import { changed, noAppointment } from './time-routes.ts';

const BASE = '/min-side/time/kan-ikke';

/** She cannot come, or does not want to: which, what it means, and the change itself. */
export function cannotComeRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    BASE,
    door.woman(async (visit) => ((await screening(visit)) ? ask(visit, false) : noAppointment(visit))),
  );

  pages.post(
    BASE,
    door.woman(async (visit) => {
      const { valg } = await visit.form();
      if (valg === 'move') return visit.goTo('/min-side/time/bytt');
      return isReason(valg) ? visit.goTo(`${BASE}/${valg}`) : ask(visit, true);
    }),
  );

  pages.get(
    `${BASE}/:valg`,
    door.woman((visit) => explain(visit)),
  );

  pages.post(
    `${BASE}/:valg`,
    door.woman(async (visit) => {
      const reason = visit.c.req.param('valg');
      if (!isReason(reason)) return noAppointment(visit);
      const form = await visit.form();
      const why = (form.reason ?? '').trim();
      if (why.length > citizenRules.reasonLength) return explain(visit, why);
      const key = { personId: visit.personId, appointmentId: form.appointment ?? '', version: Number(form.version) };
      const done = await visit.own((tx) => cancelOwnTime(tx, { ...key, reason, why }));
      return done.ok ? visit.goTo(`/min-side/kvittering/${done.value}`) : changed(visit, done.refusal);
    }),
  );

  return pages;
}

function isReason(text: string | undefined): text is CancelReason {
  return cancelReasons.includes(text as CancelReason);
}

async function screening(visit: OwnVisit) {
  const appointment = await visit.own((tx) => loadOwnAppointment(tx, visit.personId));
  return appointment?.what === 'screening' ? appointment : undefined;
}

function ask(visit: OwnVisit, faulty: boolean): Promise<Response> {
  const t = visit.text.citizen;
  const body = createElement(CannotComePage, { text: t, faulty });
  return visit.show({ title: t.cannotComeTitle, body, error: faulty, status: faulty ? 422 : 200 });
}

async function explain(visit: OwnVisit, tooLong?: string): Promise<Response> {
  const { text, language } = visit;
  const meaning = visit.c.req.param('valg');
  const appointment = await screening(visit);
  if (!appointment || !isReason(meaning)) return noAppointment(visit);
  const t = text.citizen;
  const faulty = tooLong !== undefined;
  const body = createElement(ConfirmPage, {
    ...{ text: t, language, meaning, back: BASE, action: `${BASE}/${meaning}` },
    hidden: { appointment: appointment.appointmentId, version: String(appointment.version) },
    reason: { value: tooLong ?? '', error: faulty ? t.reasonTooLong : undefined },
  });
  return visit.show({ title: t.meanings[meaning].title, body, error: faulty, status: faulty ? 422 : 200 });
}
