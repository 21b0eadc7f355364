/** Figures over the newest snapshot: every indicator set for the country, the 17 centres and the 30 units over ten years. */
import { listSets } from '#server/quality/list-sets';
import { showSet } from '#server/quality/show-set';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { system } from '#core/people/access';
import { withDemo } from './demo.ts';
import { quantile, row, seconds } from './row.ts';

await withDemo(async ({ db, dataDir }) => {
  const made = await seconds(() => renewSnapshot(db, { dataDir }, system));
  row('Snapshot of the demo to Parquet', `${made.toFixed(1)} s`);
  const sets = await listSets(db.kysely);
  const whole = { period: 'all', kind: 'all', age: 'all' } as const;
  for (const { id } of sets) {
    const show = async (place: { centre?: string; unit?: string }) => {
      const shown = await showSet(db, id, { ...whole, ...place });
      if (!shown.ok) throw new Error(shown.refusal.what);
      return shown.value;
    };
    let places: Awaited<ReturnType<typeof show>>['places'] | undefined;
    const first = await seconds(async () => {
      places = (await show({})).places;
    });
    const again = await seconds(() => show({}));
    const each: number[] = [];
    for (const { id: centre } of places?.centres ?? []) each.push(await seconds(() => show({ centre })));
    for (const { id: unit } of places?.units ?? []) each.push(await seconds(() => show({ unit })));
    const all = each.reduce((sum, one) => sum + one, 0);
    row(
      `Figures of the set ${id} over ten years, the country: first / again; then ${places?.centres.length} centres and ${places?.units.length} units`,
      `${Math.round(1000 * first)} ms / ${Math.round(1000 * again)} ms; ${all.toFixed(2)} s for all, p95 of one ${Math.round(1000 * quantile(each, 0.95))} ms`,
    );
  }
});
