import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begun,
  decide,
  evolve,
  siteOf,
  siteTransitions,
  standingOf,
  type StepKind,
  type StudyStanding,
  type StudyStep,
  transitions,
} from './steps.ts';
import { siteStates, type StudyState, studyStates } from './study.ts';

const steps: Readonly<Record<StepKind, StudyStep>> = {
  'set-up': { kind: 'set-up', version: '1' },
  returned: { kind: 'returned', reason: 'mangler' },
  approved: { kind: 'approved' },
  'site-opened': { kind: 'site-opened', centreId: 'C02' },
  'site-paused': { kind: 'site-paused', centreId: 'C01', reason: 'ferie' },
  'site-resumed': { kind: 'site-resumed', centreId: 'C03' },
  'site-closed': { kind: 'site-closed', centreId: 'C01', reason: 'ferdig' },
  paused: { kind: 'paused', reason: 'sikkerhet' },
  resumed: { kind: 'resumed' },
  amended: { kind: 'amended', version: '2' },
  closed: { kind: 'closed', reason: 'ferdig' },
  'key-revealed': { kind: 'key-revealed' },
};
const kinds = Object.keys(steps) as StepKind[];

/** The whole table, written out a second time by hand: rows are states, and the state after each step that is possible. */
const expected: Readonly<Record<StudyState, Partial<Record<StepKind, StudyState>>>> = {
  draft: { 'set-up': 'set-up' },
  'set-up': { returned: 'draft', approved: 'approved' },
  approved: { 'site-opened': 'open', amended: 'approved', closed: 'closed' },
  open: {
    'site-opened': 'open',
    'site-paused': 'open',
    'site-resumed': 'open',
    'site-closed': 'open',
    paused: 'paused',
    amended: 'open',
    closed: 'closed',
  },
  paused: { 'site-closed': 'paused', resumed: 'open', amended: 'paused', closed: 'closed' },
  closed: { 'key-revealed': 'closed' },
};

/** A study in a state with C01 open, C02 not opened and C03 paused. */
const given = (state: StudyState): StudyStanding => ({
  ...begun,
  state,
  seq: 5,
  version: '1',
  sites: { C01: 'open', C03: 'paused' },
});

describe.each(studyStates)('a study that is %s', (state) => {
  it.each(kinds)('when %s', (kind) => {
    const decided = decide(given(state), steps[kind]);
    const after = expected[state][kind];
    if (!after) return expect(decided).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
    expect(decided.ok).toBe(true);
    expect(evolve(given(state), steps[kind])).toMatchObject({ state: after, seq: 6 });
  });
});

describe.each(siteStates)('a site that is %s', (site) => {
  const siteKinds = Object.keys(siteTransitions) as (keyof typeof siteTransitions)[];
  it.each(siteKinds)('when %s', (kind) => {
    const now: StudyStanding = { ...given('open'), sites: site === 'waiting' ? {} : { C09: site } };
    const step = { ...steps[kind], centreId: 'C09' } as StudyStep;
    const possible = {
      waiting: ['site-opened'],
      open: ['site-paused', 'site-closed'],
      paused: ['site-resumed', 'site-closed'],
      closed: [],
    }[site] as readonly string[];
    const decided = decide(now, step);
    expect(decided.ok).toBe(possible.includes(kind));
    if (!decided.ok) expect(decided.refusal).toMatchObject({ code: 'wrong-site-state', details: { state: site } });
    else expect(siteOf(evolve(now, step), 'C09')).toBe(siteTransitions[kind].to);
  });
});

it('an amendment changes the version for those who come after, and closing closes every site', () => {
  const now = standingOf([
    steps['set-up'],
    steps.approved,
    { kind: 'site-opened', centreId: 'C01' },
    steps.amended,
    steps.closed,
  ]);
  expect(now).toEqual({ state: 'closed', seq: 5, version: '2', sites: { C01: 'closed' }, revealed: false });
  const revealed = evolve(now, steps['key-revealed']);
  expect(decide(revealed, steps['key-revealed'])).toMatchObject({ refusal: { code: 'revealed-already' } });
});

it('whatever is tried: a site recruits only in a study that has been approved, and a closed study stays closed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 5, maxLength: 40 }), (tried) => {
      let now = begun;
      let approved = false;
      for (const kind of tried) {
        if (!decide(now, steps[kind]).ok) continue;
        const before = now;
        now = evolve(now, steps[kind]);
        approved ||= kind === 'approved';
        expect(now.seq).toBe(before.seq + 1);
        if (Object.values(now.sites).includes('open')) expect(approved).toBe(true);
        if (before.state === 'closed') expect(now.state).toBe('closed');
      }
    }),
  );
});

it('the table has a row for every step', () => {
  expect(Object.keys(transitions).sort()).toEqual([...kinds].sort());
});
