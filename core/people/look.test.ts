import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookedThing, lookedThings } from './look.ts';

it('finds the thing again, whatever is said of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lookedThings), fc.constantFrom('', ' recall', ', to read'), (thing, more) => {
      expect(lookedThing(thing + more)).toBe(thing);
    }),
  );
});

it('takes the closest of two that begin alike, and only whole words', () => {
  expect(lookedThing('images and reads, for consensus')).toBe('images and reads');
  expect(lookedThing('interval cancers')).toBe('interval cancers');
  expect(lookedThing('casebook')).toBeUndefined();
});
