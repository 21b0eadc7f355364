import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { inventPerson, lifeIndex, syntheticIdentityNumber } from './synthetic-person.ts';

function all(birth: string): string[] {
  const numbers: string[] = [];
  for (let position = 0; ; ) {
    const found = syntheticIdentityNumber(day(birth), position);
    if (!found) return numbers;
    numbers.push(found.number);
    position = found.next;
  }
}

describe('synthetic identity numbers', () => {
  it('begin with the birth date with 80 added to the month, and an even individual number (a woman)', () => {
    for (const number of all('1961-03-07')) {
      expect(number).toMatch(/^078361\d{5}$/);
      expect(Number(number[8]) % 2).toBe(0);
    }
  });

  it('enough for the women of a birth day: about 207 of the first 250 (studies 8.2)', () => {
    const first = all('1961-03-07').filter((n) => Number(n.slice(6, 9)) < 500);
    expect(Math.abs(first.length - 207)).toBeLessThan(12);
    expect(new Set(first).size).toBe(first.length);
  });
});

describe('invented people', () => {
  const home = { municipality: '4601', norm: 'nn', bornAbroad: false } as const;

  it('the same draw gives the same person', () => {
    expect(inventPerson(random('a'), home)).toEqual(inventPerson(random('a'), home));
  });

  it('phones are in the demo block, nynorsk where the municipality writes it', () => {
    for (let i = 0; i < 200; i++) {
      const person = inventPerson(random('people', i), home);
      expect(person.phone).toMatch(/^(\+47999\d{5})?$/);
      expect(person.language).toBe('nn');
      expect(person.countryOfBirth).toBe('NO');
    }
  });

  it('a life is keyed by the number: different women, different lives', () => {
    const numbers = all('1961-03-07');
    expect(new Set(numbers.map(lifeIndex)).size).toBe(numbers.length);
  });
});
