import { expect, it } from 'vitest';
import { placeholder72 } from '#programmes/indicators/placeholder-72';
import { placeholderManual } from './placeholder.ts';

it('names every indicator of its set once, each under its criterion', () => {
  expect(placeholderManual.indicatorSet).toBe(placeholder72.id);
  const named = placeholderManual.criteria.flatMap((criterion) => criterion.indicators);
  expect(named).toEqual(placeholder72.indicators.map((indicator) => indicator.id));
});
