import { createContext, useContext } from 'react';
import type { StaffPage } from './page.ts';

/** The page that is open, as its area lists it; set by the router. */
export const CurrentPage = createContext<StaffPage | undefined>(undefined);

export function useCurrentPage(): StaffPage | undefined {
  return useContext(CurrentPage);
}
