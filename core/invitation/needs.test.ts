import { describe, expect, it } from 'vitest';
import { invitationRules } from '#programmes/breast-no/invitation';
import { readNeeds, requiredBy, unmetNeeds } from './needs.ts';

const rules = invitationRules.needs;

describe('what a woman needs', () => {
  it('asks for a longer time and a way in by the programme’s rules', () => {
    expect(requiredBy({}, rules)).toEqual({ longer: false, stepFree: false });
    expect(requiredBy({ interpreter: 'so' }, rules)).toEqual({ longer: true, stepFree: false });
    expect(requiredBy({ wheelchair: true }, rules)).toEqual({ longer: true, stepFree: true });
    expect(requiredBy({ other: 'hører dårlig' }, rules)).toEqual({ longer: false, stepFree: false });
  });

  it('is read from what is stored, and what is not understood is left out', () => {
    expect(readNeeds({ wheelchair: true, interpreter: 'so', implants: false, lift: 'yes' })).toEqual({
      wheelchair: true,
      interpreter: 'so',
    });
    expect(readNeeds(null)).toEqual({});
    expect(readNeeds({ interpreter: 'Somali please' })).toEqual({});
  });

  it('is held against the time she has', () => {
    const requires = { longer: true, stepFree: true };
    expect(unmetNeeds(requires, { longer: true, stepFree: true })).toEqual([]);
    expect(unmetNeeds(requires, { longer: false, stepFree: false })).toEqual(['too-short', 'stairs']);
    expect(unmetNeeds({ longer: false, stepFree: false }, { longer: false, stepFree: false })).toEqual([]);
  });
});
