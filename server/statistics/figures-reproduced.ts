import type { OutputOf } from '#contracts/endpoint';
import type { figuresReproduced as contract } from '#contracts/statistics';
import { inThread } from '#server/jobs/in-thread';
import { codeVersion } from '#server/version';

type Reproduced = OutputOf<typeof contract>;

/** What is computed depends on the code alone: once is enough while the server runs. */
let computed: Promise<Reproduced['sources']> | undefined;

/** Every published figure that is computed anew, with ours. */
export async function figuresReproduced(): Promise<Reproduced> {
  computed ??= inThread<object, Reproduced['sources']>(new URL('./compute-reproductions.ts', import.meta.url), {});
  try {
    return { codeVersion, sources: await computed };
  } catch (error) {
    computed = undefined;
    throw error;
  }
}
