import { Hono } from 'hono';
import { createElement } from 'react';
import { benefitAndHarm } from '#core/citizen/benefit-and-harm';
import { published } from '#programmes/breast-no/benefit-and-harm';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { Database } from '#server/db/database';
import { BenefitPage, FrontPage, QuestionsPage } from '#web/citizen/screening-pages.tsx';
import type { Door } from './door.ts';
import { ownRates } from './own-rates.ts';

/** The programme's public pages under /screening: for anyone, without signing in. */
export function screeningRoutes(door: Door, db: Database): Hono {
  const pages = new Hono();

  pages.get(
    '/screening',
    door.anyone(({ text, language, signedIn, show }) => {
      const t = text.citizen;
      return show({ title: t.screeningTitle, body: createElement(FrontPage, { text: t, language, signedIn }) });
    }),
  );

  pages.get(
    '/screening/nytte',
    door.anyone(async ({ c, text, language, show }) => {
      const t = text.citizen;
      const examinations = c.req.query('aar') === '10' ? 5 : 10;
      const own = await ownRates(db);
      const of = benefitAndHarm(examinations, own?.rates ?? null, published, citizenRules.leastCases);
      const props = { text: t, language, of, dataCut: own?.dataCut ?? null };
      return show({ title: t.benefit.title, body: createElement(BenefitPage, props) });
    }),
  );

  pages.get(
    '/screening/sporsmal',
    door.anyone(({ text, language, show }) => {
      const t = text.citizen;
      return show({ title: t.questions.title, body: createElement(QuestionsPage, { text: t, language }) });
    }),
  );

  return pages;
}
