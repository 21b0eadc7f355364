import { Hono } from 'hono';
import { createElement } from 'react';
import { wordsIn } from '#core/surveys/form';
import { citizenRules } from '#programmes/breast-no/citizen';
import { letterDocument, renderLetter } from '#server/messaging/render-letter';
import { askedNow } from '#server/surveys/asked-now';
import { LetterPage, LettersPage, RoundsPage } from '#web/citizen/letter-pages.tsx';
import { LooksPage } from '#web/citizen/looks-page.tsx';
import { OwnPage } from '#web/citizen/own-page.tsx';
import type { Door, OwnVisit } from './door.ts';
import { loadOwnLetters, type OwnLetter } from './load-own-letters.ts';
import { loadOwnLooks } from './load-own-looks.ts';
import { loadOwnPage } from './load-own-page.ts';
import { loadOwnRounds } from './load-own-rounds.ts';

/** What she may see of herself under /min-side: where she stands, letters, earlier rounds, and who has looked. */
export function homeRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side',
    door.woman(async (visit) => {
      const { text, language, personId } = visit;
      const loaded = await visit.own(async (tx) => {
        tx.look(personId, 'own page');
        return {
          facts: await loadOwnPage(tx, personId),
          asked: await askedNow(tx, { audience: 'woman', id: personId }),
        };
      });
      const t = text.citizen;
      if (!loaded.facts) return visit.message(t.notFoundTitle, t.notFound, 404);
      // Called in and waiting for that day, nobody is asked how her last visit was.
      const asked = loaded.facts.standing === 'recalled' ? [] : loaded.asked;
      const surveys = asked
        .filter((one) => !one.answered)
        .map(({ form }) => ({
          id: form.id,
          title: wordsIn(form.title, language).text,
          lang: wordsIn(form.title, language).lang,
        }));
      return visit.show({
        title: t.title,
        body: createElement(OwnPage, { text: t, language, ...loaded.facts, surveys }),
      });
    }),
  );

  pages.get(
    '/min-side/brev',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const letters = await visit.own((tx) => loadOwnLetters(tx, visit.personId));
      const body = createElement(LettersPage, { text: text.citizen, language, letters });
      return visit.show({ title: text.citizen.letters, body });
    }),
  );

  pages.get(
    '/min-side/les/:reference',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const found = await findLetter(visit);
      if (!found) return visit.message(text.citizen.notFoundTitle, text.citizen.notFound, 404);
      const { title, blocks, language: written } = letterDocument(found);
      const letter = { reference: found.reference, title, blocks, language: written, sentOn: found.decidedOn };
      return visit.show({ title, body: createElement(LetterPage, { text: text.citizen, language, letter }) });
    }),
  );

  pages.get(
    '/min-side/brev/:reference',
    door.woman(async (visit) => {
      const letter = await findLetter(visit);
      if (!letter) return visit.message(visit.text.citizen.notFoundTitle, visit.text.citizen.notFound, 404);
      visit.c.header('content-type', 'application/pdf');
      visit.c.header('cache-control', 'no-store');
      return visit.c.body(new Uint8Array(renderLetter(letter)));
    }),
  );

  pages.get(
    '/min-side/runder',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const rounds = await visit.own(async (tx) => {
        tx.look(visit.personId, 'own rounds');
        return loadOwnRounds(tx, visit.personId);
      });
      const body = createElement(RoundsPage, { text: text.citizen, language, rounds });
      return visit.show({ title: text.citizen.rounds, body });
    }),
  );

  pages.get(
    '/min-side/innsyn',
    door.woman(async (visit) => {
      const { text, language } = visit;
      const { looks, waits } = await visit.own((tx) => loadOwnLooks(tx, visit.personId));
      const size = citizenRules.looksShown;
      const last = Math.max(0, Math.ceil(looks.length / size) - 1);
      const page = Math.min(last, Math.max(0, Math.trunc(Number(visit.c.req.query('side') ?? 0)) || 0));
      const body = createElement(LooksPage, {
        ...{ text, language, waits, looks: looks.slice(page * size, (page + 1) * size) },
        newer: page > 0 ? page - 1 : null,
        older: page < last ? page + 1 : null,
      });
      return visit.show({ title: text.citizen.looks, body });
    }),
  );

  return pages;
}

function findLetter(visit: OwnVisit): Promise<OwnLetter | undefined> {
  return visit.own(async (tx) => {
    tx.look(visit.personId, 'own letter');
    const reference = visit.c.req.param('reference');
    return (await loadOwnLetters(tx, visit.personId)).find((letter) => letter.reference === reference);
  });
}
