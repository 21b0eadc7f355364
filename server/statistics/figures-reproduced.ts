import type { OutputOf } from '#contracts/endpoint';
import type { figuresReproduced as contract } from '#contracts/statistics';
import { agrees, type Reproduction } from '#core/statistics/reproduction';
import { reproductions } from '#programmes/published/reproductions';
import { codeVersion } from '#server/version';

type Reproduced = OutputOf<typeof contract>;
type Source = Reproduced['sources'][number];

/** What is computed depends on the code alone, so each source is computed once while the server runs. */
const computed = new Map<string, Source>();

/** Every published figure that is computed anew, with ours. Each source gets a turn, so that other requests are answered meanwhile. */
export async function figuresReproduced(): Promise<Reproduced> {
  const sources: Source[] = [];
  for (const reproduction of reproductions) {
    const source = computed.get(reproduction.id) ?? compute(reproduction);
    computed.set(reproduction.id, source);
    sources.push(source);
    await new Promise((go) => setImmediate(go));
  }
  return { codeVersion, sources };
}

function compute({ id, source, from, figures }: Reproduction): Source {
  return {
    id,
    source,
    from,
    figures: figures().map(({ doesNotFollow = null, ...figure }) => ({
      ...figure,
      doesNotFollow,
      agrees: agrees(figure),
    })),
  };
}
