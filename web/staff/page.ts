import type { ComponentType, LazyExoticComponent } from 'react';
import type { z } from 'zod';
import type { Role } from '#core/people/access';
import type { Text } from '#web/text/nb';

/**
 * A page of the staff application. An area exports its pages from web/staff/<area>/pages.tsx; the router, the menu and
 * the accessibility test are made from these lists. Example:
 *
 *   export const pages: readonly StaffPage[] = [
 *     { path: '/people/$personId', title: (text) => text.people.womanTitle, roles: ['office', 'coordinator'],
 *       component: lazy(() => import('./woman-page.tsx')) },
 *   ];
 *
 * The component's file has it as default export; it starts with <PageHeading title=...>.
 */
export type StaffPage = {
  /** Path in the address; a parameter is `$name`, read with usePathParam('name'). */
  readonly path: `/${string}`;
  /** Title in the menu and the window; a page may set a fuller one by PageHeading. */
  readonly title: (text: Text) => string;
  /** Who may open it; the server decides for itself what it answers. */
  readonly roles: readonly Role[];
  /** Place in the menu, lowest first; no number = not in the menu. */
  readonly nav?: number;
  // biome-ignore lint/suspicious/noExplicitAny: a page takes no properties; React's lazy type needs some.
  readonly component: LazyExoticComponent<ComponentType<any>>;
  /** Roles whose day begins here; the others begin on the first page of their menu. */
  readonly startFor?: readonly Role[];
  /** Her filters of the page can be kept by name (components/saved-filters.tsx); for pages without parameters in their path. */
  readonly keepsFilters?: true;
  /** Schema of the search parameters (filters live in the address), read with useAddress(schema). */
  readonly search?: z.ZodType;
};
