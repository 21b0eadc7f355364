import * as contract from '#contracts/quality';
import { type Route, route } from '#server/http/route';
import { getFigures } from './get-figures.ts';
import { renewSnapshot } from './renew-snapshot.ts';

export const routes: readonly Route[] = [
  route(contract.getFigures, ({ db }, { by, prevalent, region, centre, unit, year }) =>
    getFigures(db, {
      by,
      only: {
        ...(region === undefined ? {} : { region }),
        ...(centre === undefined ? {} : { centre }),
        ...(unit === undefined ? {} : { unit }),
        ...(year === undefined ? {} : { year }),
        ...(prevalent === undefined ? {} : { prevalent: prevalent === 'true' }),
      },
    }),
  ),
  route(contract.renewSnapshot, async ({ db, config, actor }) => {
    const snapshot = await renewSnapshot(db, config, actor);
    return { ...snapshot, madeAt: new Date().toISOString() };
  }),
];
