/** The invented staff of a country: readers and radiographers by centre, a coordinator each, and the programme office. */
import { random } from '#core/kernel/random';
import type { Country } from './country.ts';
import { inventStaffName } from './synthetic-person.ts';

export type StaffRole =
  | 'radiologist'
  | 'radiographer'
  | 'coordinator'
  | 'physicist'
  | 'programme-office'
  | 'researcher'
  | 'administrator';

export type StaffMember = {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Null for those who work nationally. */
  readonly centreId: string | null;
};

/** Readers of a centre: 5 in the smallest, 8 in the largest (configuration). */
export function readerIds(country: Country, centreId: string): readonly string[] {
  return ids('L', centreId, size(country, centreId, 5, 8));
}

export function radiographerIds(country: Country, centreId: string): readonly string[] {
  return ids('R', centreId, size(country, centreId, 4, 9));
}

/** Everybody, in a fixed order; the same country gives the same names. */
export function staffOf(country: Country): readonly StaffMember[] {
  const r = random('staff');
  const member = (id: string, role: StaffRole, centreId: string | null): StaffMember => ({
    id,
    name: inventStaffName(r),
    role,
    centreId,
  });
  return [
    member('PK-1', 'programme-office', null),
    member('PK-2', 'programme-office', null),
    member('F-1', 'researcher', null),
    member('ADM-1', 'administrator', null),
    ...country.centres.flatMap(({ id }) => [
      member(`K-${id}-1`, 'coordinator', id),
      ...readerIds(country, id).map((reader) => member(reader, 'radiologist', id)),
      ...radiographerIds(country, id).map((radiographer) => member(radiographer, 'radiographer', id)),
    ]),
    // Last, so that the others keep their names.
    ...country.centres.map(({ id }) => member(`FY-${id}-1`, 'physicist', id)),
  ];
}

function ids(prefix: string, centreId: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${centreId}-${i + 1}`);
}

function size(country: Country, centreId: string, fewest: number, most: number): number {
  const women = country.centres.find((c) => c.id === centreId)?.population2021 ?? 0;
  return Math.min(most, fewest + Math.floor(women / 20_000));
}
