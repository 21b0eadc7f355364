/** What a programme asks of every protocol. The rules of each programme are data in programmes/. */
import { split } from './evaluate.ts';
import type { Sees, Step } from './protocol.ts';

/** Kinds of what may be shown. */
export type HiddenKind = 'machine' | 'marks' | 'reads' | 'consensus';

export type ProtocolPolicy = {
  /** Fewest human reads that any case may get. */
  readonly minReads: number;
  /** Fewest human reads when the machine has failed. */
  readonly minReadsWhenAiFails: number;
  readonly recallOnlyByConsensus: boolean;
  /** A read may not show another's read (a revising read shows its reader her own). */
  readonly blindReads: boolean;
  /** What a role may never be shown; steps are done by radiologists. */
  readonly hidden: Readonly<Record<string, readonly HiddenKind[]>>;
};

/** The least that is asked of any protocol: independent reads, and two people when the machine fails. */
export const leastPolicy: ProtocolPolicy = {
  minReads: 0,
  minReadsWhenAiFails: 2,
  recallOnlyByConsensus: false,
  blindReads: true,
  hidden: {},
};

/** What kind an item is, by the step that binds it. */
export function hiddenKind(item: Sees, source: Step | undefined): HiddenKind | undefined {
  if (!source) return undefined;
  if ('ai' in source) return split(item)[1] === 'marks' ? 'marks' : 'machine';
  if ('read' in source) return 'reads';
  return 'consensus' in source ? 'consensus' : undefined;
}
