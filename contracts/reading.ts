/** Reading across HTTP. What a case shows is computed by core/protocols/visible.ts; these schemas let nothing else out. */
import { z } from 'zod';
import { endpoint } from '#contracts/endpoint';
import { markSchema } from '#core/ai/mark';
import { priorsAnswers, priorsStates } from '#core/reading/priors';

const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const breast = z.enum(['left', 'right']);
const day = z.string();
const uuid = z.guid();
const caseKey = { personId: uuid, caseId: uuid };
const taskKey = { ...caseKey, step: z.string().min(1).max(20) };
export const finding = z.strictObject({
  breast,
  kind: z.enum(['mass', 'calcification', 'distortion', 'asymmetry', 'lymph-node', 'skin']),
});
const findings = z.array(finding).max(12);
const seenRead = z.object({ step: z.string(), reader: z.string(), left: score, right: score });
/** A machine's values and marks by the name its protocol gives it; a name is there only where something of it is shown. */
const seenOfMachines = {
  ai: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()]))),
  marks: z.record(z.string(), z.array(markSchema)),
};

/** One case as its viewer may see it now. */
export const shownCase = z.object({
  ...taskKey,
  kind: z.enum(['read', 'consensus']),
  openedOn: day,
  leaseUntil: z.string(),
  /** Where the case came from, without a name: reading needs none. */
  woman: z.object({ age: z.number(), round: z.number(), firstTime: z.boolean() }),
  examination: z.object({
    day,
    unit: z.string(),
    modality: z.enum(['DM', 'DBT']),
    symptoms: z.boolean(),
    implants: z.boolean(),
    views: z.array(
      z.object({ view: z.enum(['LCC', 'RCC', 'LMLO', 'RMLO']), taken: z.boolean(), reason: z.string().nullable() }),
    ),
  }),
  /** null when the step does not see earlier images. */
  priors: z.array(z.object({ day, modality: z.enum(['DM', 'DBT']) })).nullable(),
  /** What became of a request for earlier images from elsewhere; `day` = when it was asked, or answered. */
  priorsRequest: z.object({ state: z.enum(priorsStates), day: day.nullable() }),
  own: z.array(seenRead.extend({ frozen: z.boolean() })),
  others: z.array(seenRead),
  ...seenOfMachines,
  /** The reader's own earlier read that she is asked to look at again. */
  revises: z.string().nullable(),
  consensus: z
    .object({
      min: z.number(),
      max: z.number(),
      proposed: z.enum(['recall', 'dismiss']).nullable(),
      /** What the reads shown here marked. */
      findings: z.array(finding.extend({ step: z.string() })),
      radiologists: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
});

export const progress = z.object({
  read: z.number(),
  remaining: z.number(),
  deferred: z.number(),
  awaitingPriors: z.number(),
  consensus: z.number(),
});

export const readingCounts = endpoint({
  method: 'GET',
  path: '/api/reading/counts',
  permission: ['radiologist'],
  input: z.strictObject({}),
  output: progress.extend({ openingLockMs: z.number(), deferReasons: z.array(z.string()) }),
  summary: "The reader's day in numbers: read, remaining, set aside, waiting for consensus",
});

export const claimNextCase = endpoint({
  method: 'POST',
  path: '/api/reading/claim',
  permission: ['radiologist'],
  /** Cases the reader has skipped: they come last, when nothing else is left. */
  input: z.strictObject({ skip: z.array(uuid).max(500).default([]) }),
  output: shownCase.nullable(),
  summary: 'Opens one case for reading: the one already open with the reader, else the oldest she may read',
});

export const releaseCase = endpoint({
  method: 'POST',
  path: '/api/reading/release',
  permission: ['radiologist'],
  input: z.strictObject({ kind: z.enum(['read', 'consensus']) }),
  output: z.object({ released: z.number() }),
  summary: 'Gives back the reads, or the consensus, that the reader has open',
});

export const saveRead = endpoint({
  method: 'POST',
  path: '/api/reading/read',
  permission: ['radiologist'],
  input: z.strictObject({
    ...taskKey,
    left: score,
    right: score,
    findings: findings.default([]),
    seconds: z.int().min(0).max(86_400).optional(),
  }),
  output: z.object({ frozenFrom: z.string() }),
  summary: "Saves the reader's scores, 1-5 for each breast, of the case she has open",
});

export const changeRead = endpoint({
  method: 'POST',
  path: '/api/reading/revise',
  permission: ['radiologist'],
  input: z.strictObject({
    ...taskKey,
    revision: z.int().min(1),
    left: score,
    right: score,
    findings: findings.optional(),
  }),
  output: z.object({ revision: z.number() }),
  summary: "Changes the reader's own read before it is final",
});

export const deferReading = endpoint({
  method: 'POST',
  path: '/api/reading/defer',
  permission: ['radiologist'],
  input: z.strictObject({ ...taskKey, reason: z.string().min(1).max(60) }),
  output: z.object({ holdId: z.string() }),
  summary: 'Sets the open case aside with a reason',
});

export const askForPriors = endpoint({
  method: 'POST',
  path: '/api/reading/priors',
  permission: ['radiologist'],
  input: z.strictObject(taskKey),
  output: z.object({ holdId: z.string() }),
  summary: 'Sets the open case aside until earlier images have come, or the limit of days has passed',
});

export const setAsideCases = endpoint({
  method: 'GET',
  path: '/api/reading/holds',
  permission: ['radiologist', 'coordinator'],
  input: z.strictObject({}),
  output: z.object({
    holds: z.array(
      z.object({
        ...caseKey,
        holdId: z.string(),
        kind: z.enum(['deferred', 'priors']),
        reason: z.string(),
        reader: z.string(),
        day,
        /** Earlier images are waited for until this day; null for a case that was set aside. */
        until: day.nullable(),
        openedOn: day,
      }),
    ),
  }),
  summary: "The centre's cases that are set aside or wait for earlier images",
});

export const releaseSetAside = endpoint({
  method: 'POST',
  path: '/api/reading/holds/release',
  permission: ['radiologist', 'coordinator'],
  input: z.strictObject({ personId: uuid, holdId: uuid, answer: z.enum(priorsAnswers).optional() }),
  output: z.object({ caseId: z.string() }),
  summary:
    'Puts a case that was set aside back in the queue; says what became of the earlier images, if they were asked for',
});

export const ownReads = endpoint({
  method: 'GET',
  path: '/api/reading/own',
  permission: ['radiologist'],
  input: z.strictObject({}),
  output: z.object({
    reads: z.array(
      z.object({
        ...taskKey,
        revision: z.number(),
        left: score,
        right: score,
        findings,
        day,
        at: z.string(),
        /** Until when it may be changed; null when it is final. */
        changeableUntil: z.string().nullable(),
        examinedOn: day,
        age: z.number(),
        outcome: z.enum(['negative', 'recall', 'dismissed', 'withdrawn']).nullable(),
      }),
    ),
  }),
  summary: "The reader's own reads of the last days, with the outcome of closed cases",
});

export const consensusQueue = endpoint({
  method: 'GET',
  path: '/api/reading/consensus',
  permission: ['radiologist'],
  input: z.strictObject({}),
  output: z.object({
    cases: z.array(
      z.object({
        ...caseKey,
        examinedOn: day,
        age: z.number(),
        heldBy: z.string().nullable(),
        mine: z.boolean(),
      }),
    ),
  }),
  summary: "The centre's cases that wait for consensus, oldest first",
});

export const openConsensus = endpoint({
  method: 'POST',
  path: '/api/reading/consensus/claim',
  permission: ['radiologist'],
  input: z.strictObject(caseKey),
  output: shownCase,
  summary: 'Opens a case for consensus and shows what the protocol lets its members see',
});

export const saveConsensus = endpoint({
  method: 'POST',
  path: '/api/reading/consensus/decide',
  permission: ['radiologist'],
  input: z.strictObject({
    ...taskKey,
    members: z.array(z.string().min(1)).min(1).max(5),
    decision: z.enum(['recall', 'dismiss']),
    breasts: z.array(breast).max(2),
    /** Why, for each breast: the programme's reasons, with a note. */
    reasons: z
      .array(
        z.strictObject({ breast, reason: z.string().min(1).max(40), note: z.string().max(500).nullable().optional() }),
      )
      .max(2)
      .optional(),
    note: z.string().max(2000).optional(),
    meetingId: uuid.optional(),
  }),
  /** Until then it may be taken back, and nothing follows from it. */
  output: z.object({ decision: z.enum(['recall', 'dismiss']), frozenFrom: z.string() }),
  summary: 'Records what two or three radiologists decided: recall, with which breast, or dismissal',
});

export const takeBackConsensus = endpoint({
  method: 'POST',
  path: '/api/reading/consensus/take-back',
  permission: ['radiologist'],
  input: z.strictObject(taskKey),
  output: z.object({ done: z.literal(true) }),
  summary: 'Takes back a decision that is not final yet, by one of those who decided',
});

/** What a role may know of the reading of a case: for the timeline and for whoever follows a case up. */
export const caseStanding = endpoint({
  method: 'GET',
  path: '/api/reading/cases/:caseId',
  permission: ['office', 'coordinator', 'radiographer', 'radiologist'],
  input: z.strictObject(caseKey),
  output: z.object({
    ...caseKey,
    openedOn: day,
    state: z.enum(['reading', 'consensus', 'waiting', 'closed']).nullable(),
    outcome: z.enum(['negative', 'recall', 'dismissed', 'withdrawn']).nullable(),
    own: z.array(seenRead.extend({ frozen: z.boolean() })),
    others: z.array(seenRead),
    ...seenOfMachines,
    consensus: z.array(
      z.object({
        step: z.string(),
        members: z.array(z.string()),
        decision: z.enum(['recall', 'dismiss']),
        breasts: z.array(breast),
      }),
    ),
  }),
  summary: 'What the asker may know of a reading case',
});
