import { Hono } from 'hono';
import { createElement } from 'react';
import { type Day, parseDay } from '#core/kernel/day';
import type { Refusal } from '#core/kernel/result';
import { AppointmentPage } from '#web/citizen/appointment-page.tsx';
import { CheckTimePage, ChoosePlacePage, ChooseTimePage } from '#web/citizen/choose-time-pages.tsx';
import { messagingRules } from '#programmes/breast-no/messaging';
import { calendarFile } from './calendar-file.ts';
import { confirmOwnTime } from './cancel-own-time.ts';
import { chooseOwnTime } from './choose-own-time.ts';
import type { Door, OwnVisit } from './door.ts';
import { loadCalendarEvent } from './load-calendar-event.ts';
import { loadOpenRound, loadOwnAppointment, type OwnAppointment } from './load-own-appointment.ts';
import { loadFreeWeek, loadTimePlaces } from './time-places.ts';

/** Her time under /min-side/time: what it is, another one, and the calendar file. */
export function timeRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side/time',
    door.woman(async (visit) => {
      const { text, language, phone, show } = visit;
      const appointment = await visit.own((tx) => loadOwnAppointment(tx, visit.personId));
      if (!appointment) return noAppointment(visit);
      const body = createElement(AppointmentPage, { text: text.citizen, language, phone, appointment });
      return show({ title: text.citizen.appointment, body });
    }),
  );

  pages.get(
    '/min-side/time.ics',
    door.woman(async (visit) => {
      const event = await visit.own((tx) => loadCalendarEvent(tx, visit.personId));
      if (!event) return noAppointment(visit);
      visit.c.header('content-type', 'text/calendar; charset=utf-8');
      visit.c.header('content-disposition', 'attachment; filename="time.ics"');
      visit.c.header('cache-control', 'no-store');
      const { phone, text } = visit;
      const { calendarTitle: title, calendarNote } = text.citizen;
      const words = { title, note: calendarNote(phone), sender: messagingRules.smsSender, phone };
      return visit.c.body(calendarFile(event, words, new Date()));
    }),
  );

  pages.post(
    '/min-side/time/kommer',
    door.woman(async (visit) => {
      const form = await visit.form();
      const key = { personId: visit.personId, appointmentId: form.appointment ?? '', version: Number(form.version) };
      const confirmed = await visit.own((tx) => confirmOwnTime(tx, key));
      return confirmed.ok ? visit.goTo(`/min-side/kvittering/${confirmed.value}`) : changed(visit, confirmed.refusal);
    }),
  );

  pages.get(
    '/min-side/time/bytt',
    door.woman(async (visit) => {
      const chosen = visit.c.req.query('sted');
      if (chosen) return visit.goTo(`/min-side/time/bytt/${encodeURIComponent(chosen)}`);
      const { may, places } = await visit.own(async (tx) => {
        const { personId } = visit;
        const own = await mayChoose(tx, personId);
        return { may: own, places: own ? await loadTimePlaces(tx, personId) : [] };
      });
      if (!may) return noAppointment(visit);
      const { text, language, show } = visit;
      const t = text.citizen;
      if (places.length === 0) return visit.message(t.choosePlace, t.noPlaces);
      const [only] = places;
      if (only && places.length === 1) return visit.goTo(`/min-side/time/bytt/${only.unitId}`);
      const faulty = visit.c.req.query('neste') !== undefined;
      const body = createElement(ChoosePlacePage, { text: t, language, places, faulty });
      return show({ title: t.choosePlace, body, error: faulty, status: faulty ? 422 : 200 });
    }),
  );

  pages.get(
    '/min-side/time/bytt/:unit',
    door.woman((visit) => showWeek(visit, parseDay(visit.c.req.query('fra') ?? ''))),
  );

  pages.get(
    '/min-side/time/bytt/:unit/sjekk',
    door.woman(async (visit) => {
      const { text, language, show, personId } = visit;
      const time = chosenTime(visit, visit.c.req.query('tid'));
      const monday = visit.c.req.query('fra');
      if (!time) return showWeek(visit, parseDay(monday ?? ''), text.citizen.chooseTimeFirst);
      const { place, old } = await visit.own(async (tx) => ({
        place: (await loadTimePlaces(tx, personId)).find((one) => one.unitId === time.unitId),
        old: await loadOwnAppointment(tx, personId),
      }));
      if (!place || old?.what === 'assessment') return noAppointment(visit);
      if (isHers(old, time)) return visit.goTo('/min-side/time');
      const shown = { ...time, unitName: place.name, place: place.place };
      const body = createElement(CheckTimePage, {
        text: text.citizen,
        language,
        time: shown,
        old,
        monday: monday ?? time.day,
      });
      return show({ title: text.citizen.checkTime, body });
    }),
  );

  pages.post(
    '/min-side/time/bytt/:unit/sjekk',
    door.woman(async (visit) => {
      const form = await visit.form();
      const time = chosenTime(visit, form.tid);
      if (!time) return showWeek(visit, undefined, visit.text.citizen.chooseTimeFirst);
      const key = form.appointment ? { appointmentId: form.appointment, version: Number(form.version) } : {};
      const done = await visit.own((tx) => chooseOwnTime(tx, { personId: visit.personId, ...key, ...time }));
      if (done.ok) return visit.goTo(`/min-side/kvittering/${done.value}`);
      const gone = ['slot-full', 'no-such-time', 'unit-closed', 'in-the-past'].includes(done.refusal.code);
      if (gone) return showWeek(visit, time.day, visit.text.citizen.timeTaken, 409);
      // Sent twice, or once more from the page before.
      const now = await visit.own((tx) => loadOwnAppointment(tx, visit.personId));
      if (isHers(now, time)) return visit.goTo('/min-side/time');
      return changed(visit, done.refusal);
    }),
  );

  return pages;
}

async function mayChoose(tx: Parameters<typeof loadOwnAppointment>[0], personId: string): Promise<boolean> {
  const appointment = await loadOwnAppointment(tx, personId);
  if (appointment) return appointment.what === 'screening';
  return (await loadOpenRound(tx, personId)) !== null;
}

async function showWeek(visit: OwnVisit, from: Day | undefined, error?: string, status: 409 | 422 = 422) {
  const { text, language, show, personId } = visit;
  const unitId = visit.c.req.param('unit') ?? '';
  const { may, places, week } = await visit.own(async (tx) => ({
    may: await mayChoose(tx, personId),
    places: await loadTimePlaces(tx, personId),
    week: await loadFreeWeek(tx, { personId, unitId, from }),
  }));
  const place = places.find((one) => one.unitId === unitId);
  if (!may || !place || !week.ok) return noAppointment(visit);
  const onePlace = places.length === 1;
  const t = text.citizen;
  const body = createElement(ChooseTimePage, { text: t, language, place, ...week.value, onePlace, error });
  return show({ title: t.chooseTime, body, error: error !== undefined, status: error === undefined ? 200 : status });
}

function chosenTime(visit: OwnVisit, text: string | undefined) {
  const [day = '', at = ''] = (text ?? '').split('T');
  const parsed = parseDay(day);
  return parsed && /^\d\d:\d\d$/.test(at) ? { unitId: visit.c.req.param('unit') ?? '', day: parsed, at } : undefined;
}

function isHers(own: OwnAppointment | null, time: { unitId: string; day: Day; at: string }): boolean {
  return own?.unitId === time.unitId && own.day === time.day && own.at === time.at;
}

/** Nothing that can be changed here: she is told so, with the telephone number below. */
export function noAppointment(visit: OwnVisit): Promise<Response> {
  const t = visit.text.citizen;
  return visit.message(t.noAppointment, t.noAppointmentMore, 404);
}

/** Somebody else, or she herself on another page, was first. */
export function changed(visit: OwnVisit, refusal: Refusal): Promise<Response> {
  const t = visit.text.citizen;
  if (['not-found', 'no-round', 'appointment-over'].includes(refusal.code)) return noAppointment(visit);
  return visit.message(t.changedTitle, t.changed, 409);
}
