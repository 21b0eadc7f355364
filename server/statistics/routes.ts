import * as contract from '#contracts/statistics';
import { type Route, route } from '#server/http/route';
import { figuresReproduced } from './figures-reproduced.ts';

export const routes: readonly Route[] = [route(contract.figuresReproduced, () => figuresReproduced())];
