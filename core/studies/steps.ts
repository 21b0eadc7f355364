/**
 * How a study goes forward. Its log is appended to and never changed; where it stands is folded from it (evolve), and whether
 * the next step may be taken is asked of the tables (decide). What must be in place first stands in missing.ts.
 */
import { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Role } from '#core/people/access';
import type { SiteState, StudyState } from './study.ts';

const reason = z.string().trim().min(2).max(1000);
const centreId = z.string();
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-up'), version: z.string() }),
  z.strictObject({ kind: z.literal('returned'), reason }),
  z.strictObject({ kind: z.literal('approved') }),
  z.strictObject({ kind: z.literal('site-opened'), centreId }),
  z.strictObject({ kind: z.literal('site-paused'), centreId, reason }),
  z.strictObject({ kind: z.literal('site-resumed'), centreId }),
  z.strictObject({ kind: z.literal('site-closed'), centreId, reason }),
  z.strictObject({ kind: z.literal('paused'), reason }),
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('amended'), version: z.string() }),
  z.strictObject({ kind: z.literal('closed'), reason }),
  z.strictObject({ kind: z.literal('key-revealed') }),
]);
export type StudyStep = z.output<typeof stepSchema>;
export type StepKind = StudyStep['kind'];

export type StudyStanding = {
  readonly state: StudyState;
  /** Number of steps so far; the next gets the number after. */
  readonly seq: number;
  /** The version that new women are allocated by; null while none is signed. */
  readonly version: string | null;
  readonly sites: Readonly<Record<string, Exclude<SiteState, 'waiting'>>>;
  readonly revealed: boolean;
};

export const begun: StudyStanding = { state: 'draft', seq: 0, version: null, sites: {}, revealed: false };

/** Who takes which step. What a woman's treatment turns on is opened and approved by the programme's office. */
export const takenBy: Readonly<Record<StepKind, readonly Role[]>> = {
  'set-up': ['researcher', 'office'],
  returned: ['office'],
  approved: ['office'],
  'site-opened': ['office'],
  'site-paused': ['office', 'researcher'],
  'site-resumed': ['office'],
  'site-closed': ['office'],
  paused: ['office', 'researcher'],
  resumed: ['office'],
  amended: ['office', 'researcher'],
  closed: ['office'],
  'key-revealed': ['office'],
};

/** From which states a step may be taken, and the state after it (as before where none is said). */
export const transitions: Readonly<
  Record<StepKind, { readonly from: readonly StudyState[]; readonly to?: StudyState }>
> = {
  'set-up': { from: ['draft'], to: 'set-up' },
  returned: { from: ['set-up'], to: 'draft' },
  approved: { from: ['set-up'], to: 'approved' },
  'site-opened': { from: ['approved', 'open'], to: 'open' },
  'site-paused': { from: ['open'] },
  'site-resumed': { from: ['open'] },
  'site-closed': { from: ['open', 'paused'] },
  paused: { from: ['open'], to: 'paused' },
  resumed: { from: ['paused'], to: 'open' },
  amended: { from: ['approved', 'open', 'paused'] },
  closed: { from: ['approved', 'open', 'paused'], to: 'closed' },
  'key-revealed': { from: ['closed'] },
};

/** The same for one site. */
export const siteTransitions = {
  'site-opened': { from: ['waiting'], to: 'open' },
  'site-paused': { from: ['open'], to: 'paused' },
  'site-resumed': { from: ['paused'], to: 'open' },
  'site-closed': { from: ['open', 'paused'], to: 'closed' },
} as const satisfies Partial<
  Record<StepKind, { readonly from: readonly SiteState[]; readonly to: Exclude<SiteState, 'waiting'> }>
>;
type SiteStep = Extract<StudyStep, { kind: keyof typeof siteTransitions }>;

const isSiteStep = (step: StudyStep): step is SiteStep => step.kind in siteTransitions;

/** The standing after one more step. */
export function evolve(before: StudyStanding, step: StudyStep): StudyStanding {
  const state = transitions[step.kind].to ?? before.state;
  const now = { ...before, state, seq: before.seq + 1 };
  if (isSiteStep(step)) return { ...now, sites: { ...now.sites, [step.centreId]: siteTransitions[step.kind].to } };
  switch (step.kind) {
    case 'set-up':
    case 'amended':
      return { ...now, version: step.version };
    case 'closed':
      return { ...now, sites: Object.fromEntries(Object.keys(now.sites).map((id) => [id, 'closed' as const])) };
    case 'key-revealed':
      return { ...now, revealed: true };
    default:
      return now;
  }
}

export function standingOf(steps: readonly StudyStep[]): StudyStanding {
  return steps.reduce(evolve, begun);
}

/** Where a site stands. */
export function siteOf(standing: Pick<StudyStanding, 'sites'>, centreId: string): SiteState {
  return standing.sites[centreId] ?? 'waiting';
}

/** Asks the tables. Refuses `wrong-state` or `wrong-site-state` with the state it is in, and `revealed-already`. */
export function decide(
  now: StudyStanding,
  step: StudyStep,
): Result<StudyStep, 'wrong-state' | 'wrong-site-state' | 'revealed-already'> {
  if (!transitions[step.kind].from.includes(now.state))
    return refuse('wrong-state', `The study is ${now.state}: "${step.kind}" is not possible now`, { state: now.state });
  if (isSiteStep(step)) {
    const at = siteOf(now, step.centreId);
    const from: readonly SiteState[] = siteTransitions[step.kind].from;
    if (!from.includes(at))
      return refuse('wrong-site-state', `The site is ${at}: "${step.kind}" is not possible now`, { state: at });
  }
  if (step.kind === 'key-revealed' && now.revealed)
    return refuse('revealed-already', 'The key has been revealed already');
  return ok(step);
}
