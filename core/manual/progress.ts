/**
 * How one centre's answers to the quality manual stand for a year. Entries are appended and never changed; the standing
 * is folded from them (evolve), and whether the next entry may be written is asked of it (decide).
 *
 *   open -> submitted -> accepted, with returned (questions from the office) and reopened on the way
 */
import { z } from 'zod';
import { type Day, parseDay } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Edition } from './edition.ts';

const dayText = z.string().refine((text) => parseDay(text) !== undefined, 'a calendar date, YYYY-MM-DD');
const criterionId = z.string();
const plain = z.string().trim().min(2).max(4000);

export const verdicts = ['met', 'partly', 'not-met', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    criterionId,
    verdict: z.enum(verdicts),
    /** What the answer rests on: figures, routines, documents. */
    account: plain,
    /** Documents attached as evidence. */
    documents: z.array(z.guid()).max(20),
    /** What is to be done and by when; asked for when the criterion is met in part or not at all. */
    measure: z.strictObject({ text: plain, dueOn: dayText }).nullable(),
  }),
  z.strictObject({ kind: z.literal('submitted') }),
  z.strictObject({ kind: z.literal('asked'), criterionId, question: plain }),
  z.strictObject({ kind: z.literal('returned'), dueOn: dayText }),
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({ kind: z.literal('reopened'), reason: plain }),
  z.strictObject({ kind: z.literal('measure-done'), criterionId, account: plain }),
]);
export type Entry = z.output<typeof entrySchema>;
type Answered = Extract<Entry, { kind: 'answered' }>;

export const stages = ['open', 'returned', 'submitted', 'accepted'] as const;
export type Stage = (typeof stages)[number];

/** Who writes which entry: the centre answers for itself, the office follows up. */
export const writtenBy: Readonly<Record<Entry['kind'], 'centre' | 'office'>> = {
  answered: 'centre',
  submitted: 'centre',
  'measure-done': 'centre',
  asked: 'office',
  returned: 'office',
  accepted: 'office',
  reopened: 'office',
};

export type Standing = {
  readonly stage: Stage;
  /** Number of entries so far; the next one gets the number after. */
  readonly seq: number;
  /** When the centre's answers are due: the year's date, or that of the last return. */
  readonly dueOn: Day;
  /** Each criterion's latest answer, and the entry it stands in. */
  readonly answers: Readonly<Record<string, Answered & { readonly seq: number }>>;
  /** The office's questions that no later answer has met. */
  readonly questions: Readonly<Record<string, string>>;
  /** Criteria whose measure has been reported done. */
  readonly done: Readonly<Record<string, string>>;
};

export function begin(dueOn: Day): Standing {
  return { stage: 'open', seq: 0, dueOn, answers: {}, questions: {}, done: {} };
}

/** The standing after one more entry. */
export function evolve(before: Standing, entry: Entry): Standing {
  const now = { ...before, seq: before.seq + 1 };
  switch (entry.kind) {
    case 'answered':
      return {
        ...now,
        answers: { ...now.answers, [entry.criterionId]: { ...entry, seq: now.seq } },
        questions: without(now.questions, entry.criterionId),
        done: without(now.done, entry.criterionId),
      };
    case 'submitted':
      return { ...now, stage: 'submitted' };
    case 'asked':
      return { ...now, questions: { ...now.questions, [entry.criterionId]: entry.question } };
    case 'returned':
      return { ...now, stage: 'returned', dueOn: entry.dueOn as Day };
    case 'accepted':
      return { ...now, stage: 'accepted' };
    case 'reopened':
      return { ...now, stage: 'returned' };
    case 'measure-done':
      return { ...now, done: { ...now.done, [entry.criterionId]: entry.account } };
  }
}

export function standingOf(dueOn: Day, entries: readonly Entry[]): Standing {
  return entries.reduce(evolve, begin(dueOn));
}

export type ManualRefusal =
  | 'no-criterion'
  | 'wrong-stage'
  | 'no-measure'
  | 'unanswered'
  | 'open-questions'
  | 'no-questions'
  | 'nothing-to-report';

const allowedIn: Readonly<Record<Entry['kind'], readonly Stage[]>> = {
  answered: ['open', 'returned'],
  submitted: ['open', 'returned'],
  asked: ['submitted'],
  returned: ['submitted'],
  accepted: ['submitted'],
  reopened: ['accepted'],
  'measure-done': ['submitted', 'accepted'],
};

/** Whether the entry may be written now; refuses with what is in the way and what would put it right. */
export function decide(edition: Edition, now: Standing, entry: Entry): Result<Standing, ManualRefusal> {
  if ('criterionId' in entry && !edition.criteria.some((one) => one.id === entry.criterionId))
    return refuse('no-criterion', `The manual has no criterion ${entry.criterionId}`, { criterion: entry.criterionId });
  if (!allowedIn[entry.kind].includes(now.stage))
    return refuse(
      'wrong-stage',
      `The answers are ${now.stage}; that can be done when they are ${allowedIn[entry.kind].join(' or ')}`,
      { stage: now.stage },
    );
  const fault = faultOf(edition, now, entry);
  return fault ?? ok(evolve(now, entry));
}

function faultOf(edition: Edition, now: Standing, entry: Entry): Result<never, ManualRefusal> | undefined {
  switch (entry.kind) {
    case 'answered': {
      const lacking = entry.verdict === 'partly' || entry.verdict === 'not-met';
      if (lacking && !entry.measure)
        return refuse('no-measure', 'Say what will be done and by when: the criterion is not fully met');
      return undefined;
    }
    case 'submitted': {
      const missing = unanswered(edition, now);
      if (missing.length > 0)
        return refuse('unanswered', `Not answered yet: ${missing.join(', ')}`, { criteria: missing.join(', ') });
      return openQuestions(now);
    }
    case 'accepted':
      return openQuestions(now);
    case 'returned':
      if (Object.keys(now.questions).length === 0)
        return refuse('no-questions', 'Ask the centre about at least one criterion before returning its answers');
      return undefined;
    case 'measure-done':
      if (!now.answers[entry.criterionId]?.measure)
        return refuse('nothing-to-report', `No measure was promised for ${entry.criterionId}`, {
          criterion: entry.criterionId,
        });
      return undefined;
    default:
      return undefined;
  }
}

function openQuestions(now: Standing): Result<never, ManualRefusal> | undefined {
  const open = Object.keys(now.questions);
  if (open.length === 0) return undefined;
  return refuse('open-questions', `The office's questions are not answered yet: ${open.join(', ')}`, {
    criteria: open.join(', '),
  });
}

/** Criteria that have no answer yet, in the manual's order. */
export function unanswered(edition: Edition, now: Standing): readonly string[] {
  return edition.criteria.map((one) => one.id).filter((id) => !now.answers[id]);
}

/** Measures promised and not reported done, the first due first. */
export function openMeasures(
  now: Standing,
): readonly { readonly criterionId: string; readonly text: string; readonly dueOn: Day }[] {
  return Object.values(now.answers)
    .flatMap(({ criterionId, measure }) =>
      measure && now.done[criterionId] === undefined
        ? [{ criterionId, text: measure.text, dueOn: measure.dueOn as Day }]
        : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.criterionId < b.criterionId ? -1 : 1));
}

function without<V>(from: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> {
  const { [key]: _, ...rest } = from;
  return rest;
}
