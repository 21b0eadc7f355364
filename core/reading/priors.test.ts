import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { priorsRequest } from './priors.ts';

const asked = { day: day('2026-11-03'), releasedOn: null, answer: null };
const back = { ...asked, releasedOn: day('2026-11-09') };

it('tells how far a request for earlier images has come', () => {
  expect(priorsRequest(null)).toEqual({ state: 'not-requested', day: null });
  expect(priorsRequest(asked)).toEqual({ state: 'requested', day: '2026-11-03' });
  expect(priorsRequest({ ...back, answer: 'received' })).toEqual({ state: 'received', day: '2026-11-09' });
  expect(priorsRequest({ ...back, answer: 'not-available' })).toEqual({ state: 'not-available', day: '2026-11-09' });
  expect(priorsRequest({ ...back, answer: 'limit' })).toEqual({ state: 'limit', day: '2026-11-09' });
  expect(priorsRequest(back)).toEqual({ state: 'not-requested', day: null });
});
