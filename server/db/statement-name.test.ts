import { expect, it } from 'vitest';
import { plannedEachTime, statementName } from './statement-name.ts';

it('names a statement that comes often, always by the same name, and different ones differently', () => {
  const often = (text: string) => Array.from({ length: 6 }, () => statementName(text));
  const [one, other] = [often('select 1'), often('select 2')];
  expect(one.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(one[3]).toBeDefined();
  expect(new Set(one.slice(3)).size).toBe(1);
  expect(other[5]).not.toBe(one[5]);
});

it('keeps a bounded number of them, and still knows the first', () => {
  const first = Array.from({ length: 4 }, () => statementName('select first')).at(-1);
  for (let i = 0; i < 3000; i++) for (let again = 0; again < 4; again++) statementName(`select ${i} + 0`);
  expect(statementName('select 2999 + 0')).toBeUndefined();
  expect(statementName('select first')).toBe(first);
});

it('leaves a statement to be planned each time when it says so', () => {
  const text = `select 3 ${plannedEachTime.toOperationNode().sqlFragments.join('')}`;
  expect(Array.from({ length: 6 }, () => statementName(text)).every((name) => name === undefined)).toBe(true);
});
