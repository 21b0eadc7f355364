/** One examination that was drawn for in a study, with everything that monitoring and analysis ask of it. */
import type { Score } from '#core/protocols/facts';
import { play } from '#core/protocols/play';
import { type Name, type Protocol, stepsOf } from '#core/protocols/protocol';
import type { WithdrawalScope } from './consent.ts';

export type TrialCancer = {
  readonly detection: 'screen-detected' | 'interval' | 'outside';
  readonly behaviour: 'dcis' | 'invasive';
  readonly sizeMm: number | null;
  readonly nodes: 'positive' | 'negative' | 'unknown';
};

export type TrialRow = {
  readonly examinationId: string;
  readonly centreId: string;
  readonly day: string;
  /** The protocol of the plan that she was allocated by. */
  readonly protocol: Protocol;
  readonly arm: string;
  /** The arm was drawn for this examination; else it follows an earlier draw (her earlier round, her day, her site). */
  readonly first: boolean;
  /** The protocol and arm that the images were read by; null while no reading case is there. */
  readonly reading: {
    readonly protocolId: string;
    readonly version: string;
    readonly arm: string;
    readonly outcome: 'negative' | 'dismissed' | 'recall' | 'withdrawn' | null;
  } | null;
  readonly reads: readonly { readonly step: Name; readonly left: Score; readonly right: Score }[];
  readonly consensus: readonly { readonly step: Name; readonly decision: 'recall' | 'dismiss' }[];
  /** What the machine gave ('score', 'pct' ...); null when nothing. `late`: the case went its protocol's way out without it. */
  readonly ai: Readonly<Record<string, number | string>> | null;
  readonly late: boolean;
  /** Kinds that people have entered in the deviation log. */
  readonly deviations: readonly string[];
  /** Her latest answer after the draw, when it withdraws. */
  readonly withdrawn: WithdrawalScope | null;
  readonly gone: 'died' | 'emigrated' | null;
  readonly cancer: TrialCancer | null;
  /** Time has passed for interval cancers to have come and been registered. */
  readonly followedUp: boolean;
};

/** How the arm was carried out. `departed`: read by another arm, with a step too many or too few, or a deviation was entered. */
export type Received = 'not-read' | 'open' | 'as-allocated' | 'fallback' | 'departed';

export function received(row: TrialRow): Received {
  if (row.reading === null || row.reading.outcome === 'withdrawn') return 'not-read';
  if (row.reading.outcome === null) return 'open';
  if (row.deviations.length > 0 || departures(row).length > 0) return 'departed';
  return asksMachine(row.protocol, row.arm) && (row.late || row.ai === null) ? 'fallback' : 'as-allocated';
}

/** What in the reading of a closed case is not what the protocol of its arm asks for, found by the interpreter. */
export function departures(
  row: TrialRow,
): readonly ('other-arm' | 'extra-read' | 'missing-read' | 'extra-consensus' | 'missing-consensus')[] {
  const { reading, protocol } = row;
  if (!reading || reading.outcome === null || reading.outcome === 'withdrawn') return [];
  if (reading.protocolId !== protocol.id || reading.arm !== row.arm || !protocol.arms[row.arm]) return ['other-arm'];
  const fact =
    row.ai === null || row.late ? ({ kind: 'failed' } as const) : ({ kind: 'result', values: row.ai } as const);
  const ai = Object.fromEntries(stepsOf(protocol, row.arm).flatMap((step) => ('ai' in step ? [[step.ai, fact]] : [])));
  const reads = Object.fromEntries(row.reads.map(({ step, left, right }) => [step, { left, right }]));
  const asked = play(protocol, row.arm, { reads, recall: reading.outcome === 'recall', ai, items: {} }).facts;
  const differ = (done: readonly Name[], due: readonly Name[], what: 'read' | 'consensus') => [
    ...(done.some((step) => !due.includes(step)) ? [`extra-${what}` as const] : []),
    ...(due.some((step) => !done.includes(step)) ? [`missing-${what}` as const] : []),
  ];
  const steps = (list: readonly { readonly step: Name }[]) => list.map(({ step }) => step);
  return [
    ...differ(steps(row.reads), steps(asked.reads), 'read'),
    ...differ(steps(row.consensus), steps(asked.consensus), 'consensus'),
  ];
}

/** Whether the reading in an arm goes by a machine's result: a condition or a reader that sees it names one. */
export function asksMachine(protocol: Protocol, arm: string): boolean {
  const steps = protocol.arms[arm]?.steps ?? [];
  const names = steps.flatMap((step) => ('ai' in step ? [step.ai] : []));
  const text = JSON.stringify(steps.filter((step) => !('ai' in step)));
  return names.some((name) => text.includes(`"${name}"`) || text.includes(`"${name}.`));
}

/** The machine's score, when it gave one. */
export function scoreOf({ ai }: Pick<TrialRow, 'ai'>): number | null {
  return typeof ai?.score === 'number' ? ai.score : null;
}
