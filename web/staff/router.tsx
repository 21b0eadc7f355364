import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { parseSearch, stringifySearch } from './address.ts';
import { Loading } from './components/loading.tsx';
import { CurrentPage } from './current-page.ts';
import type { StaffPage } from './page.ts';
import { staffPages, startOf } from './pages.ts';
import { AppShell } from './shell/app-shell.tsx';
import { NoAccess, NoPage, PageError } from './shell/other-pages.tsx';
import { useActor } from './session.tsx';

/** The router, made from the areas' lists of pages. */
export function makeRouter() {
  const root = createRootRoute({ component: AppShell, notFoundComponent: NoPage });
  const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
  const routes = staffPages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: () => <Page page={page} />,
      errorComponent: PageError,
      validateSearch: (search: Record<string, unknown>) => search,
    }),
  );
  return createRouter({
    routeTree: root.addChildren([start, ...routes]),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

/** Each role begins where its day does, or on the first page of its menu. */
function Start() {
  const actor = useActor();
  return <Navigate to={startOf(actor.role)} replace />;
}

function Page({ page }: { readonly page: StaffPage }) {
  const actor = useActor();
  if (!page.roles.includes(actor.role)) return <NoAccess />;
  return (
    <CurrentPage value={page}>
      <Suspense fallback={<Loading />}>
        <page.component />
      </Suspense>
    </CurrentPage>
  );
}
