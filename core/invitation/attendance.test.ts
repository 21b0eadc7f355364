import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationRules } from '#programmes/breast-no/invitation';
import { type History, predictAttendance } from './attendance.ts';

const rules = invitationRules.attendance;
/** The published groups, as single effects: channel always has one, so it is set to the mean here. */
const plain = { ...rules, digital: rules.mean, paper: rules.mean };
const base = { history: { kind: 'missed', rounds: 1 } as History, age: 60, digital: false };

describe('predicted attendance', () => {
  it.each([
    [1, 0.2],
    [2, 0.09],
    [3, 0.03],
    [7, 0.03],
  ])('after %i missed rounds is %f (Wales)', (rounds, expected) => {
    expect(predictAttendance({ ...base, history: { kind: 'missed', rounds } }, plain)).toBeCloseTo(expected, 10);
  });
  it.each([
    ['over 64', { age: 66 }, 0.78],
    ['under 55', { age: 52 }, 0.739],
    ['15-18 h', { at: '16:30' }, 0.781],
    ['later', { at: '18:10' }, 0.737],
    ['earlier', { at: '10:00' }, 0.76],
    ['54 is under 55', { age: 54 }, 0.739],
    ['55 is not', { age: 55 }, 0.76],
    ['64 is not over 64', { age: 64 }, 0.76],
    ['65 is', { age: 65 }, 0.78],
    ['15 h to the minute', { at: '15:00' }, 0.781],
    ['a minute before', { at: '14:59' }, 0.76],
    ['18 h to the minute', { at: '18:00' }, 0.737],
    ['a minute before', { at: '17:59' }, 0.781],
  ])('gives the published group back: %s', (_, facts, expected) => {
    const level = { ...plain, history: { ...plain.history, first: rules.mean } };
    expect(predictAttendance({ ...base, history: { kind: 'first' }, ...facts }, level)).toBeCloseTo(expected, 10);
  });
  it('of digital and paper letters', () => {
    const level = { ...rules, history: { ...rules.history, first: rules.mean } };
    const of = (digital: boolean) => predictAttendance({ history: { kind: 'first' }, age: 60, digital }, level);
    expect(of(true)).toBeCloseTo(0.82, 10);
    expect(of(false)).toBeCloseTo(0.737, 10);
  });
  it('is a probability, and falls with every missed round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 80 }), fc.boolean(), fc.integer({ min: 1, max: 9 }), (age, digital, n) => {
        const of = (rounds: number) => predictAttendance({ history: { kind: 'missed', rounds }, age, digital }, rules);
        expect(of(n) > 0 && of(n) < 1).toBe(true);
        expect(of(n + 1)).toBeLessThanOrEqual(of(n));
      }),
    );
  });
});
