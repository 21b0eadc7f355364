import type { Route } from '#server/http/route';

export const routes: readonly Route[] = [];
