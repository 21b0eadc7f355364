import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, day, daysBetween } from '#core/kernel/day';
import { detectionRules as rules } from '#programmes/breast-no/cancers';
import { classifyDetection, type ScreenedEpisode } from './detection.ts';

const screenedOn = day('2024-02-29');
const negative: ScreenedEpisode = { episodeId: 'a', screenedOn, assessed: false, negative: true };
const falsePositive: ScreenedEpisode = { ...negative, assessed: true };
const found: ScreenedEpisode = { ...falsePositive, negative: false };
const classOf = (diagnosed: Day, ...episodes: ScreenedEpisode[]) => {
  const detection = classifyDetection(diagnosed, episodes, rules);
  return detection.kind === 'interval' ? detection.window : detection.kind;
};
const after = (months: number) => addMonths(screenedOn, months);

describe('classifyDetection', () => {
  it('has the window edges of a negative episode: months 0-11, 12-23, then outside', () => {
    expect(classOf(screenedOn, negative)).toBe('0-11');
    expect(classOf(addDays(after(12), -1), negative)).toBe('0-11');
    expect(classOf(after(12), negative)).toBe('12-23');
    expect(classOf(addDays(after(24), -1), negative)).toBe('12-23');
    expect(classOf(after(24), negative)).toBe('outside');
    expect(classOf(addDays(screenedOn, -1), negative)).toBe('outside');
  });

  it('gives the first six months after a false positive to the recall, the rest to the interval', () => {
    expect(classOf(addDays(after(6), -1), falsePositive)).toBe('screen-detected');
    expect(classOf(after(6), falsePositive)).toBe('0-11');
    expect(classOf(after(12), falsePositive)).toBe('12-23');
  });

  it('never calls a cancer an interval cancer of an episode that found cancer or is still open', () => {
    expect(classOf(after(1), found)).toBe('screen-detected');
    expect(classOf(after(8), found)).toBe('outside');
    expect(classOf(after(1), { ...negative, negative: false })).toBe('outside');
  });

  it('counts from the last screening only', () => {
    const next: ScreenedEpisode = { episodeId: 'b', screenedOn: after(23), assessed: true, negative: false };
    expect(classOf(addDays(after(23), 20), negative, next)).toBe('screen-detected');
    expect(classOf(addDays(after(23), -1), negative, next)).toBe('12-23');
  });

  const episodes = fc.array(
    fc.record({
      episodeId: fc.uuid(),
      screenedOn: fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day('2016-01-01'), n)),
      assessed: fc.boolean(),
      negative: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  const diagnosis = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2016-01-01'), n));

  it('does not depend on the order of the episodes', () => {
    fc.assert(
      fc.property(diagnosis, episodes, (on, list) => {
        expect(classifyDetection(on, [...list].reverse(), rules)).toEqual(classifyDetection(on, list, rules));
      }),
    );
  });

  it('names an episode screened before the diagnosis, within the rule, and the window by its months', () => {
    fc.assert(
      fc.property(diagnosis, episodes, (on, list) => {
        const detection = classifyDetection(on, list, rules);
        if (detection.kind === 'outside') return;
        const episode = list.find((e) => e.episodeId === detection.episodeId);
        if (!episode) throw new Error('no such episode');
        expect(daysBetween(episode.screenedOn, on)).toBeGreaterThanOrEqual(0);
        if (detection.kind === 'screen-detected') {
          expect(episode.assessed && on < addMonths(episode.screenedOn, rules.screenDetectedMonths)).toBe(true);
        } else {
          expect(episode.negative).toBe(true);
          expect(on < addMonths(episode.screenedOn, rules.firstWindowMonths)).toBe(detection.window === '0-11');
          expect(on < addMonths(episode.screenedOn, rules.intervalMonths)).toBe(true);
        }
      }),
    );
  });
});
