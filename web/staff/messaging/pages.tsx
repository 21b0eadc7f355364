import { lazy } from 'react';
import { messageFilter } from '#contracts/messaging';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/messages',
    title: (text) => text.messaging.title,
    roles: ['office', 'coordinator'],
    nav: 26,
    search: messageFilter,
    keepsFilters: true,
    component: lazy(() => import('./messages-page.tsx')),
  },
  {
    path: '/messages/$personId/$messageId',
    title: (text) => text.messaging.kind,
    roles: ['office', 'coordinator'],
    component: lazy(() => import('./message-page.tsx')),
  },
];
