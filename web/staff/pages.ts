import { pages as assessment } from './assessment/pages.tsx';
import { pages as cancers } from './cancers/pages.tsx';
import { pages as examination } from './examination/pages.tsx';
import { pages as invitation } from './invitation/pages.tsx';
import { pages as manual } from './manual/pages.tsx';
import { pages as messaging } from './messaging/pages.tsx';
import type { StaffPage } from './page.ts';
import { pages as people } from './people/pages.tsx';
import { pages as portal } from './portal/pages.tsx';
import { pages as programme } from './programme/pages.tsx';
import { pages as quality } from './quality/pages.tsx';
import { pages as reading } from './reading/pages.tsx';
import { pages as surveys } from './surveys/pages.tsx';

/** Every page of the staff application, by area. Menu order is each page's `nav`. */
export const staffPages: readonly StaffPage[] = [
  ...programme,
  ...people,
  ...invitation,
  ...messaging,
  ...examination,
  ...reading,
  ...assessment,
  ...cancers,
  ...quality,
  ...manual,
  ...portal,
  ...surveys,
];

/** The menu of a role: its pages that have a place in it, in order. */
export function menuFor(role: string): readonly StaffPage[] {
  return staffPages
    .filter((page) => page.nav !== undefined && (page.roles as readonly string[]).includes(role))
    .toSorted((a, b) => (a.nav ?? 0) - (b.nav ?? 0));
}
