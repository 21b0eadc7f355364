/**
 * Two records that are one woman: the register gave her a new number, or she was entered twice. Which record stands, what
 * must be settled by a person before they are made one, and what whoever decides should see first.
 */
import type { Day } from '#core/kernel/day';

export type PersonRecord = {
  readonly personId: string;
  readonly identityNumber: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly sex: 'female' | 'male' | 'unknown';
  readonly address: string;
  readonly municipality: string;
  readonly status: 'resident' | 'emigrated' | 'dead';
  readonly statusOn: Day;
  /** Rounds of hers, the open one among them. */
  readonly rounds: number;
  readonly openRound: boolean;
  /** A time for images or assessment that is still to come. */
  readonly timeToCome: boolean;
  readonly lastScreenedOn: Day | null;
  /** The last day on which anything was done with her in person. */
  readonly lastSeenOn: Day | null;
};

/** What stops a merge until somebody has settled it. */
export const mergeObstacles = ['same-record', 'both-open', 'both-times', 'seen-after-death'] as const;
export type MergeObstacle = (typeof mergeObstacles)[number];

/** Where the records say different things; the record that stands prevails. */
export const mergeDifferences = ['name', 'birthDate', 'sex', 'address', 'municipality', 'status'] as const;
export type MergeDifference = (typeof mergeDifferences)[number];

export type MergeView = {
  readonly survivor: string;
  readonly obstacles: readonly MergeObstacle[];
  readonly differences: readonly MergeDifference[];
};

/** Compares two records: which should stand, what is in the way, and where they differ. The order of the two does not matter. */
export function compareRecords(a: PersonRecord, b: PersonRecord): MergeView {
  const [first] = [a, b].sort(standsBefore);
  return {
    survivor: (first ?? a).personId,
    obstacles: mergeObstacles.filter((obstacle) => inTheWay[obstacle](a, b)),
    differences: mergeDifferences.filter((field) => a[field] !== b[field]),
  };
}

const inTheWay: Readonly<Record<MergeObstacle, (a: PersonRecord, b: PersonRecord) => boolean>> = {
  'same-record': (a, b) => a.personId === b.personId,
  'both-open': (a, b) => a.openRound && b.openRound,
  'both-times': (a, b) => a.timeToCome && b.timeToCome,
  'seen-after-death': (a, b) => seenAfterDeath(a, b) || seenAfterDeath(b, a),
};

function seenAfterDeath(dead: PersonRecord, other: PersonRecord): boolean {
  return dead.status === 'dead' && other.lastSeenOn !== null && other.lastSeenOn > dead.statusOn;
}

const standing = { resident: 0, emigrated: 1, dead: 2 } as const;

/**
 * A national identity number replaces a D-number when she settles here (a D-number has 4 added to its first digit); then
 * the record of one who lives here, the longer history, and last the lower id, so that there always is one answer.
 */
function standsBefore(a: PersonRecord, b: PersonRecord): number {
  return (
    Number(isDNumber(a.identityNumber)) - Number(isDNumber(b.identityNumber)) ||
    standing[a.status] - standing[b.status] ||
    b.rounds - a.rounds ||
    (a.personId < b.personId ? -1 : 1)
  );
}

export function isDNumber(identityNumber: string): boolean {
  return /^[4-7]/.test(identityNumber);
}

/** The rounds of both records as one row of rounds: their new numbers, by the day they were opened. */
export function numberedRounds<Round extends { readonly episodeId: string; readonly openedOn: Day }>(
  rounds: readonly Round[],
): readonly { readonly episodeId: string; readonly number: number }[] {
  return [...rounds]
    .sort((a, b) =>
      a.openedOn === b.openedOn ? (a.episodeId < b.episodeId ? -1 : 1) : a.openedOn < b.openedOn ? -1 : 1,
    )
    .map(({ episodeId }, i) => ({ episodeId, number: i + 1 }));
}
