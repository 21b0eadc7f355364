/**
 * Review of the images before an interval cancer, by two radiologists who did not read them then. First blind: they do not
 * know which images belong to a woman who got cancer and which are normal controls. Then informed, with the diagnosis.
 * Where the two differ in the informed round, a third or a consensus decides. The stage and what each may see are derived
 * from the opinions; an opinion is never changed.
 * Classes: true (nothing to see), minimal signs, missed (obvious), occult (not seen at diagnosis either), as used in Norway
 * (breastcancerresearch.no; Hovda 2020; Koch 2024); unclassifiable when images are missing (the UK's category U).
 */
import { ok, type Result, refuse } from '#core/kernel/result';

export const reviewClasses = ['true', 'minimal-signs', 'missed', 'occult', 'unclassifiable'] as const;
export type ReviewClass = (typeof reviewClasses)[number];
/** Whether a cancer could be seen at diagnosis is not known to a blind reviewer. */
export const blindClasses = [
  'true',
  'minimal-signs',
  'missed',
  'unclassifiable',
] as const satisfies readonly ReviewClass[];
export const reviewRounds = ['blind', 'informed', 'consensus'] as const;
export type ReviewRound = (typeof reviewRounds)[number];
export type ReviewSide = 'left' | 'right' | 'both';

export type ReviewOpinion = {
  readonly round: ReviewRound;
  readonly reviewer: string;
  readonly class: ReviewClass;
  /** Where something is seen; null when nothing is. */
  readonly side: ReviewSide | null;
  readonly members: readonly string[];
};

export type ReviewItem = {
  /** A normal control: it has a blind round only. */
  readonly control: boolean;
  readonly reviewers: readonly string[];
  readonly opinions: readonly ReviewOpinion[];
};

export const reviewStages = ['blind', 'informed', 'disagreement', 'decided'] as const;
export type ReviewStage = (typeof reviewStages)[number];

const given = (item: ReviewItem, round: ReviewRound, reviewer?: string) =>
  item.opinions.filter((o) => o.round === round && (reviewer === undefined || o.reviewer === reviewer));
const byBoth = (item: ReviewItem, round: ReviewRound) =>
  item.reviewers.every((reviewer) => given(item, round, reviewer).length > 0);

/** How far the review of one set of images has come. A control is done when both have seen it blind. */
export function reviewStage(item: ReviewItem): ReviewStage {
  if (!byBoth(item, 'blind')) return 'blind';
  if (item.control) return 'decided';
  if (!byBoth(item, 'informed')) return 'informed';
  return reviewClass(item) === null ? 'disagreement' : 'decided';
}

/** The class that counts: what both found in the informed round, else what the third or the consensus decided. */
export function reviewClass(item: ReviewItem): ReviewClass | null {
  if (item.control || !byBoth(item, 'informed')) return null;
  const [first, ...others] = given(item, 'informed').map((o) => o.class);
  if (first && others.every((one) => one === first)) return first;
  return given(item, 'consensus')[0]?.class ?? null;
}

export type ReviewViewer = {
  readonly userId: string;
  readonly role: string;
  /** She has given her blind opinion of every item in the set. */
  readonly blindDone: boolean;
};

export type ReviewView = {
  /** What she is to do with it now. */
  readonly task: 'blind' | 'informed' | 'consensus' | null;
  /** Whether it is a cancer or a control, the diagnosis, and the scores given at the screening, one after the other. */
  readonly showsDiagnosis: boolean;
  readonly showsReads: boolean;
  readonly opinions: readonly ReviewOpinion[];
};

/**
 * What a viewer may see of an item. A reviewer learns nothing but the images until she has been through the whole set
 * blind; then the diagnosis, but the other's opinions only when both have given theirs; the scores of the time only when
 * the class is decided. Others at the centre know of the cancer anyway, but see opinions only when there is something to
 * settle, or settled.
 */
export function reviewView(item: ReviewItem, viewer: ReviewViewer): ReviewView {
  const stage = reviewStage(item);
  const reviews = item.reviewers.includes(viewer.userId);
  const own = item.opinions.filter((o) => o.reviewer === viewer.userId);
  if (reviews && !viewer.blindDone) {
    const task = given(item, 'blind', viewer.userId).length === 0 ? 'blind' : null;
    return { task, showsDiagnosis: false, showsReads: false, opinions: own };
  }
  const settled = !item.control && stage === 'decided';
  if (viewer.role !== 'radiologist') return { task: null, showsDiagnosis: true, showsReads: settled, opinions: [] };
  if (settled) return { task: null, showsDiagnosis: true, showsReads: true, opinions: item.opinions };
  if (stage === 'disagreement')
    return { task: 'consensus', showsDiagnosis: true, showsReads: false, opinions: item.opinions };
  const informs = reviews && !item.control && given(item, 'informed', viewer.userId).length === 0;
  return { task: informs ? 'informed' : null, showsDiagnosis: true, showsReads: false, opinions: own };
}

/**
 * Whether an opinion holds together. Something seen has a side; nothing seen has none; occult belongs to the informed
 * round. Refuses with `class` or `side`.
 */
export function checkOpinion(
  round: ReviewRound,
  opinion: Pick<ReviewOpinion, 'class' | 'side'>,
): Result<true, 'class' | 'side'> {
  if (round === 'blind' && opinion.class === 'occult')
    return refuse('class', 'Whether it was occult at diagnosis is not known in the blind round');
  const seen = opinion.class === 'minimal-signs' || opinion.class === 'missed';
  if (seen && opinion.side === null) return refuse('side', 'Something is seen: expected the breast');
  if (!seen && opinion.side !== null) return refuse('side', 'Nothing is seen: expected no breast');
  return ok(true);
}

/** A third radiologist decides alone, or two or three together. Refuses with `members`. */
export function maySettle(
  members: readonly string[],
  item: Pick<ReviewItem, 'reviewers'>,
  radiologists: ReadonlySet<string>,
): Result<true, 'members'> {
  if (new Set(members).size !== members.length || members.length < 1 || members.length > 3)
    return refuse('members', 'Expected one to three different radiologists');
  if (members.some((one) => !radiologists.has(one))) return refuse('members', 'Expected radiologists of this centre');
  if (members.length === 1 && members.some((one) => item.reviewers.includes(one)))
    return refuse('members', 'One of the two who disagree does not decide alone');
  return ok(true);
}
