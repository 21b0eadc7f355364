import { describe, expect, it } from 'vitest';
import { type DisclosureEvent, disclosureState, mayDisclose } from './disclosure.ts';

const asked: DisclosureEvent = { kind: 'asked', wish: null };
const wish = (of: DisclosureEvent['wish']): DisclosureEvent => ({ kind: 'wish', wish: of });
const conversation: DisclosureEvent = { kind: 'conversation', wish: null };

describe('her wish to know', () => {
  it.each([
    [[], 'not-asked'],
    [[asked], 'asked'],
    [[asked, wish('wants')], 'wants'],
    [[asked, wish('later')], 'later'],
    [[asked, wish('does-not-want')], 'does-not-want'],
    [[asked, wish('does-not-want'), wish('wants')], 'wants'],
    [[asked, wish('wants'), conversation], 'informed'],
  ] as const)('%j is %s', (events, state) => {
    expect(disclosureState(events)).toBe(state);
  });

  it('is never passed by', () => {
    expect(mayDisclose([], wish('wants')).ok).toBe(false);
    expect(mayDisclose([asked], conversation).ok).toBe(false);
    expect(mayDisclose([asked, wish('does-not-want')], conversation).ok).toBe(false);
    expect(mayDisclose([asked, wish('wants'), wish('does-not-want')], conversation).ok).toBe(false);
    expect(mayDisclose([asked, wish('later'), wish('wants')], conversation).ok).toBe(true);
    expect(mayDisclose([asked, wish('wants'), conversation], conversation).ok).toBe(true);
  });
});
