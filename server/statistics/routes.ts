import * as contract from '#contracts/statistics';
import { type Route, route } from '#server/http/route';
import { evaluateScore, evaluationChoices } from './evaluate-score.ts';
import { figuresReproduced } from './figures-reproduced.ts';

export const routes: readonly Route[] = [
  route(contract.figuresReproduced, () => figuresReproduced()),
  route(contract.evaluationChoices, ({ db }) => evaluationChoices(db)),
  route(contract.evaluateScore, ({ db }, asked) => evaluateScore(db, asked)),
];
