import { Hono } from 'hono';
import { createElement } from 'react';
import type { Door } from '#server/citizen/door';
import type { Database } from '#server/db/database';
import { FiguresPage } from '#web/citizen/figures-page.tsx';
import { publicFigures } from './public-figures.ts';

/** The programme's figures for anyone, without signing in: /tall. */
export function publicFigureRoutes(door: Door, db: Database): Hono {
  const pages = new Hono();
  pages.get(
    '/tall',
    door.anyone(async ({ text, language, show }) => {
      const figures = await publicFigures(db);
      const words = text.quality;
      return show({ title: words.publicTitle, body: createElement(FiguresPage, { words, language, figures }) });
    }),
  );
  return pages;
}
