/** In a thread of its own (server/jobs/in-thread.ts): some sources take seconds. */
import type { OutputOf } from '#contracts/endpoint';
import type { figuresReproduced } from '#contracts/statistics';
import { agrees } from '#core/statistics/reproduction';
import { reproductions } from '#programmes/published/reproductions';

type Source = OutputOf<typeof figuresReproduced>['sources'][number];

export function run(): readonly Source[] {
  return reproductions.map(({ id, source, from, figures }) => ({
    id,
    source,
    from,
    figures: figures().map(({ doesNotFollow = null, ...figure }) => ({
      ...figure,
      doesNotFollow,
      agrees: agrees(figure),
    })),
  }));
}
