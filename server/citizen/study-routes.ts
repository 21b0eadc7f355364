import { Hono } from 'hono';
import { createElement } from 'react';
import { type ConsentAnswer, type FormLanguage, formInUse } from '#core/studies/consent';
import type { Tx } from '#server/db/transaction';
import { loadStudy } from '#server/studies/load-study';
import { ownArm } from '#server/studies/own-arm';
import { recordConsent } from '#server/studies/record-consent';
import { studiesOfWoman } from '#server/studies/studies-of-woman';
import { type ShownStudy, StudyPage } from '#web/citizen/study-pages.tsx';
import { type PageLanguage, textLanguage } from '#web/text/language';
import type { Door, OwnVisit } from './door.ts';

/** A study that asks her, under /min-side/samtykker: the form of consent, her answer, and withdrawing it. */
export function studyRoutes(door: Door): Hono {
  const pages = new Hono();
  const path = '/min-side/samtykker/:id';

  pages.get(
    path,
    door.woman((visit) => show(visit)),
  );

  pages.post(
    path,
    door.woman(async (visit) => {
      const studyId = visit.c.req.param('id') ?? '';
      const sent = (await visit.form()).answer ?? '';
      const found = await visit.own((tx) => loadOwnStudy(tx, visit.personId, studyId, visit.language));
      if (!found) return visit.goTo('/min-side/samtykker');
      const answer = readAnswer(sent, found);
      if (!answer) return show(visit, visit.text.citizen.ownStudies.choose);
      const done = await visit.own((tx) => recordConsent(tx, { personId: visit.personId, studyId, answer }));
      return done.ok ? visit.goTo(`/min-side/samtykker/${studyId}`) : show(visit, visit.text.citizen.ownStudies.again);
    }),
  );
  return pages;
}

/** The studies that ask her or that she has answered. */
export async function loadOwnStudies(tx: Tx, personId: string, language: PageLanguage): Promise<readonly ShownStudy[]> {
  const found = await studiesOfWoman(tx, { personId });
  if (!found.ok) return [];
  return found.value.studies
    .filter(({ ask, since, design }) => ask || since !== null || design === 'opt-out')
    .map(({ title, ...study }) => ({ ...study, title: title[textLanguage(language)] }));
}

type OwnStudy = {
  readonly study: ShownStudy;
  readonly form: {
    readonly version: string;
    readonly title: string;
    readonly body: string;
    readonly language: FormLanguage;
  } | null;
  readonly arm: string | null;
  readonly mayAnswer: boolean;
};

async function loadOwnStudy(
  tx: Tx,
  personId: string,
  studyId: string,
  language: PageLanguage,
): Promise<OwnStudy | undefined> {
  const study = (await loadOwnStudies(tx, personId, language)).find((one) => one.studyId === studyId);
  const loaded = study && (await loadStudy(tx, studyId));
  if (!study || !loaded?.ok) return undefined;
  const { current, standing } = loaded.value;
  const form = formInUse(current.plan.consent, tx.today);
  const written = textLanguage(language);
  const shown: FormLanguage = form?.texts[written] ? written : 'nb';
  const text = form?.texts[shown];
  const open = standing.state === 'open' || standing.state === 'paused';
  return {
    study,
    form: form && text ? { version: form.version, ...text, language: shown } : null,
    arm: await ownArm(tx, loaded.value, personId, written),
    mayAnswer: open || (standing.state === 'closed' && study.takesPart === 'yes'),
  };
}

function readAnswer(sent: string, { study, form }: OwnStudy): ConsentAnswer | undefined {
  const inIt = study.takesPart === 'yes' && (study.since !== null || !study.ask);
  if (inIt && (sent === 'no-further-data' || sent === 'remove-from-analysis'))
    return { answer: 'withdraws', how: 'electronic', scope: sent };
  if (!inIt && sent === 'no') return { answer: 'declines', how: 'electronic' };
  if (!inIt && sent === 'yes' && form)
    return { answer: 'agrees', how: 'electronic', formVersion: form.version, language: form.language };
  return undefined;
}

async function show(visit: OwnVisit, error?: string): Promise<Response> {
  const { text, language } = visit;
  const studyId = visit.c.req.param('id') ?? '';
  const found = await visit.own((tx) => loadOwnStudy(tx, visit.personId, studyId, language));
  if (!found) return visit.message(text.citizen.notFoundTitle, text.citizen.notFound, 404);
  const body = createElement(StudyPage, { text, language, ...found, error });
  const faulty = error !== undefined;
  return visit.show({ title: found.study.title, body, error: faulty, status: faulty ? 422 : 200 });
}
