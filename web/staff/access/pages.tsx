import { lazy } from 'react';
import { z } from 'zod';
import { logKinds } from '#contracts/users';
import { dayText } from '#core/registry/delivery';
import type { StaffPage } from '../page.ts';

export const usersSearch = z.object({ show: z.enum(['active', 'all']).default('active'), user: z.string().optional() });
export const logSearch = z.object({
  user: z.string().optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  kind: z.enum(logKinds).optional(),
});

export const pages: readonly StaffPage[] = [
  {
    path: '/users',
    title: (text) => text.people.users,
    roles: ['administrator'],
    nav: 1,
    search: usersSearch,
    component: lazy(() => import('./users-page.tsx')),
  },
  {
    path: '/access-log',
    title: (text) => text.people.accessLog,
    roles: ['administrator', 'office'],
    nav: 104,
    search: logSearch,
    component: lazy(() => import('./log-page.tsx')),
  },
];
