import { beforeAll, expect, it } from 'vitest';
import { loadCountry } from '#server/simulation/load-country';
import type { Country } from './country.ts';
import { radiographerIds, readerIds, staffOf } from './staff.ts';

let country: Country;
beforeAll(async () => {
  country = await loadCountry();
});

it('5-8 readers a centre, more where there are more women', () => {
  const sizes = country.centres.map((c) => readerIds(country, c.id).length);
  expect(Math.min(...sizes)).toBe(5);
  expect(Math.max(...sizes)).toBe(8);
  expect(readerIds(country, 'C06')[1]).toBe('L-C06-2');
  expect(radiographerIds(country, 'C06')[0]).toBe('R-C06-1');
});

it('everybody has an id of their own and a name, the same each time', () => {
  const staff = staffOf(country);
  expect(new Set(staff.map((s) => s.id)).size).toBe(staff.length);
  expect(staffOf(country)).toEqual(staff);
  for (const { name } of staff) expect(name).toMatch(/^\S+ \S+$/);
});
