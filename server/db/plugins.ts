import { HandleEmptyInListsPlugin, replaceWithNoncontingentExpression } from 'kysely';

/** What both query builders do to every query: `in` an empty list is false and `not in` is true, where SQL knows no empty list. */
export const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })];
