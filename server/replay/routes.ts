import * as contract from '#contracts/replay';
import { type Route, route } from '#server/http/route';
import { listChoices } from './list-choices.ts';
import { listReplayCases } from './list-replay-cases.ts';
import { showReplay } from './show-replay.ts';
import { startReplay } from './start-replay.ts';

export const routes: readonly Route[] = [
  route(contract.listReplayChoices, ({ db }) => listChoices(db)),
  route(contract.startReplay, ({ db, actor }, asked) => startReplay(db, actor, asked)),
  route(contract.showReplay, ({ db, actor }, { id }) => showReplay(db, actor, id)),
  route(contract.listReplayCases, ({ db, actor }, asked) => listReplayCases(db, actor, asked)),
];
