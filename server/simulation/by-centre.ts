/** How many centres work at the same time: enough that the database and the program each have something to do. */
const CENTRES_AT_A_TIME = 4;

/**
 * Does `work` for each item: those of a centre one after the other in the given order, the centres beside each other. So
 * what happens at a centre is the same at every run, whoever is first among the centres.
 */
export async function byCentre<T extends { readonly centreId: string }>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const centres = new Map<string, T[]>();
  for (const item of items) {
    const centre = centres.get(item.centreId);
    if (centre) centre.push(item);
    else centres.set(item.centreId, [item]);
  }
  // The longest first, so that none is left alone at the end.
  const queue = [...centres.values()].sort((a, b) => b.length - a.length).values();
  const lane = async () => {
    for (const centre of queue) for (const item of centre) await work(item);
  };
  const lanes = await Promise.allSettled(Array.from({ length: CENTRES_AT_A_TIME }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
