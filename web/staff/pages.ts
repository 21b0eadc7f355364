import type { Role } from '#core/people/access';
import { pages as access } from './access/pages.tsx';
import { pages as ai } from './ai/pages.tsx';
import { pages as assessment } from './assessment/pages.tsx';
import { pages as cancers } from './cancers/pages.tsx';
import { pages as equipment } from './equipment/pages.tsx';
import { pages as examination } from './examination/pages.tsx';
import { pages as invitation } from './invitation/pages.tsx';
import { pages as manual } from './manual/pages.tsx';
import { pages as messaging } from './messaging/pages.tsx';
import type { StaffPage } from './page.ts';
import { pages as people } from './people/pages.tsx';
import { pages as portal } from './portal/pages.tsx';
import { pages as programme } from './programme/pages.tsx';
import { pages as protocols } from './protocols/pages.tsx';
import { pages as quality } from './quality/pages.tsx';
import { pages as reading } from './reading/pages.tsx';
import { pages as replay } from './replay/pages.tsx';
import { pages as statistics } from './statistics/pages.tsx';
import { pages as studies } from './studies/pages.tsx';
import { pages as studyMonitoring } from './studies/monitoring/pages.tsx';
import { pages as surveys } from './surveys/pages.tsx';

/** Every page of the staff application, by area. Menu order is each page's `nav`. */
export const staffPages: readonly StaffPage[] = [
  ...programme,
  ...people,
  ...invitation,
  ...messaging,
  ...examination,
  ...equipment,
  ...reading,
  ...ai,
  ...assessment,
  ...cancers,
  ...quality,
  ...manual,
  ...portal,
  ...protocols,
  ...replay,
  ...statistics,
  ...studies,
  ...studyMonitoring,
  ...surveys,
  ...access,
];

/** The parts of the menu, and the first `nav` of each; what comes before the first has no heading. */
const menuParts = [
  ['women', 20],
  ['clinic', 30],
  ['reading', 50],
  ['assessment', 60],
  ['quality', 90],
  ['research', 110],
] as const;
export type MenuPart = (typeof menuParts)[number][0];

/** The menu of a role in its parts; a part with nothing in it is left out. */
export function menuInParts(role: string): readonly { part: MenuPart | 'first'; pages: readonly StaffPage[] }[] {
  const pages = menuFor(role);
  const partOf = ({ nav = 0 }: StaffPage) => menuParts.findLast(([, from]) => nav >= from)?.[0] ?? 'first';
  return [...new Set(pages.map(partOf))].map((part) => ({
    part,
    pages: pages.filter((page) => partOf(page) === part),
  }));
}

/** The menu of a role: its pages that have a place in it, in order. */
export function menuFor(role: string): readonly StaffPage[] {
  return staffPages
    .filter((page) => page.nav !== undefined && (page.roles as readonly string[]).includes(role))
    .toSorted((a, b) => (a.nav ?? 0) - (b.nav ?? 0));
}

/** The page that a role begins on. */
export function startOf(role: Role): string {
  const [own = menuFor(role)[0]] = staffPages.filter((page) => page.startFor?.includes(role));
  return own?.path ?? '/overview';
}
