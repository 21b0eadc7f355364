import { expect, it } from 'vitest';
import { menuFor, staffPages } from '../pages.ts';
import { workedOffAt } from './worked-off-at.ts';

it('every backlog leads to a page that stands in somebody’s menu', () => {
  const inMenu = new Set(
    [...new Set(staffPages.flatMap((page) => page.roles))].flatMap(menuFor).map((page) => page.path),
  );
  for (const path of Object.values(workedOffAt)) expect(inMenu).toContain(path);
});

it('no path is taken twice', () => {
  const shapes = staffPages.map((page) => page.path.replace(/\$\w+/g, '$'));
  expect(shapes.length).toBe(new Set(shapes).size);
});
