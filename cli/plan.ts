import { parseArgs } from 'node:util';
import type { PlanCounts } from '#core/invitation/plan-counts';
import { unplacedReasons } from '#core/invitation/round-plan';
import { system } from '#core/people/access';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { inTransaction } from '#server/db/transaction';
import { planInvitations } from '#server/invitation/plan-invitations';
import { startProgress } from './progress.ts';

export const usage = 'runde plan [--centre C06] [--carry-out]';

/**
 * `runde plan`: plans the next window of invitations and prints counts and reasons. A dry run unless `--carry-out`.
 * Exit code 0; 1 when refused; 2 when the arguments are not understood.
 */
export async function run(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (!options) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  const progress = startProgress('plan');
  const result = await withInstallation(readConfig(), (db) =>
    inTransaction(db, system, (tx) => planInvitations(tx, { centreId: options.centre, dryRun: !options['carry-out'] })),
  );
  if (!result.ok) {
    progress.end('refused');
    console.error(result.refusal.what);
    return 1;
  }
  const { from, to, state, counts } = result.value;
  progress.end(state === 'dry-run' ? 'dry run, nothing is sent' : 'carried out');
  console.log(`appointments from ${from} to ${to}\n${planText(counts)}`);
  return 0;
}

function read(args: readonly string[]) {
  try {
    const known = { centre: { type: 'string' }, 'carry-out': { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], options: known, allowPositionals: false }).values;
  } catch {
    return undefined;
  }
}

/** A plan's counts and reasons as a table of text. */
export function planText(counts: PlanCounts): string {
  const reasons = unplacedReasons.filter((reason) => counts.unplaced[reason]);
  const head = ['centre', 'due', 'placed', 'late', ...reasons];
  const rows = counts.centres.map(({ centreId, due, placed, late, unplaced }) => [
    centreId,
    due,
    placed,
    late,
    ...reasons.map((reason) => unplaced[reason] ?? 0),
  ]);
  const all = ['all', counts.due, counts.placed, counts.late, ...reasons.map((reason) => counts.unplaced[reason] ?? 0)];
  const lines = [head, ...rows, all];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => String(line[i]).length)));
  const table = lines.map((line) => line.map((cell, i) => String(cell).padStart(widths[i] ?? 0)).join('  ')).join('\n');
  const { because, early, onTime, late, km } = counts;
  const distance = km ? `; distance median ${km.median.toFixed(1)} km, longest ${km.longest.toFixed(0)} km` : '';
  return [
    table,
    `placed because: first ${because.first}, after screening ${because['after-screening']}, after invitation ${because['after-invitation']}`,
    `timing: early ${early}, on time ${onTime}, late ${late}${distance}`,
  ].join('\n');
}
