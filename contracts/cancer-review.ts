/** The review of interval cancers across HTTP. What an item shows is computed by core/cancers/review.ts. */
import { z } from 'zod';
import { disclosureKinds, disclosureStates, wishes } from '#core/cancers/disclosure';
import { reviewClasses, reviewRounds, reviewStages } from '#core/cancers/review';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const uuid = z.guid();
const person = z.object({ id: z.string(), name: z.string() });
const side = z.enum(['left', 'right', 'both']);
const view = z.object({ view: z.enum(['LCC', 'RCC', 'LMLO', 'RMLO']), taken: z.boolean() });
const note = z.string().max(2000).nullable().default(null);
const team = ['radiologist', 'coordinator', 'office'] as const;

export const diagnosis = z.object({
  diagnosedOn: dayText,
  side: z.enum(['left', 'right', 'both', 'unknown']),
  behaviour: z.enum(['dcis', 'invasive']),
  histology: z.string(),
  sizeMm: z.number().nullable(),
  window: z.enum(['0-11', '12-23']).nullable(),
});

/** Images for review as their reviewer may see them: no name, no number of hers, and in the blind round nothing of later. */
const shownItem = z.object({
  itemId: uuid,
  round: z.enum(['blind', 'informed']),
  place: z.number().int(),
  of: z.number().int(),
  age: z.number().int(),
  examinedOn: dayText,
  modality: z.enum(['DM', 'DBT']),
  views: z.array(view),
  priors: z.array(dayText),
  diagnosis: diagnosis.nullable(),
});

export const reviewDesk = endpoint({
  method: 'GET',
  path: '/api/cancers/review/desk',
  permission: ['radiologist'],
  input: z.object({}),
  output: z.object({
    sets: z.array(
      z.object({
        setId: uuid,
        openedOn: dayText,
        with: z.string(),
        items: z.number().int(),
        blindDone: z.number().int(),
        /** How many of them are cancers: not known to a reviewer before she has seen all. */
        informedOf: z.number().int().nullable(),
        informedDone: z.number().int(),
      }),
    ),
    next: shownItem.nullable(),
    radiologists: z.array(person),
    waiting: z.number().int(),
  }),
  summary: "The reviewer's sets, and the next images to look at",
});

export const openReview = endpoint({
  method: 'POST',
  path: '/api/cancers/review/open',
  permission: ['radiologist'],
  input: z.object({ reviewers: z.array(z.string()).length(2) }),
  output: z.object({ setId: uuid, items: z.number().int(), leftOut: z.number().int() }),
  summary: 'Makes a set for review: the centre’s oldest interval cancers not reviewed, mixed with normal controls',
});

export const recordReviewOpinion = endpoint({
  method: 'POST',
  path: '/api/cancers/review/opinion',
  permission: ['radiologist'],
  input: z.object({
    itemId: uuid,
    round: z.enum(['blind', 'informed']),
    class: z.enum(reviewClasses),
    side: side.nullable().default(null),
    note: z.string().max(1000).nullable().default(null),
  }),
  output: z.object({ itemId: uuid }),
  summary: "The reviewer's opinion of the images, blind or informed",
});

export const settleReview = endpoint({
  method: 'POST',
  path: '/api/cancers/review/settle',
  permission: ['radiologist'],
  input: z.object({
    itemId: uuid,
    members: z.array(z.string()).min(1).max(3),
    class: z.enum(reviewClasses),
    side: side.nullable().default(null),
    note: z.string().max(1000).nullable().default(null),
  }),
  output: z.object({ itemId: uuid }),
  summary: 'What a third radiologist, or two or three together, decide where the reviewers differ',
});

export const intervalCancer = endpoint({
  method: 'GET',
  path: '/api/cancers/interval/:cancerId',
  permission: team,
  input: z.object({ personId: uuid, cancerId: uuid }),
  output: z.object({
    personId: uuid,
    cancerId: uuid,
    name: z.string().nullable(),
    birthDate: dayText,
    centreName: z.string(),
    ...diagnosis.shape,
    /** Earlier screenings with images, the newest first. Scores only when the review is decided. */
    screenings: z.array(
      z.object({
        day: dayText,
        modality: z.enum(['DM', 'DBT']),
        caseId: uuid.nullable(),
        outcome: z.enum(['negative', 'recall', 'dismissed', 'withdrawn']).nullable(),
        before: z.boolean(),
        reads: z.array(z.object({ left: z.number().int(), right: z.number().int() })).nullable(),
      }),
    ),
    review: z
      .object({
        itemId: uuid,
        stage: z.enum(reviewStages),
        class: z.enum(reviewClasses).nullable(),
        reviewers: z.array(person),
        task: z.enum(['blind', 'informed', 'consensus']).nullable(),
        opinions: z.array(
          z.object({
            round: z.enum(reviewRounds),
            reviewer: z.string(),
            members: z.array(z.string()),
            class: z.enum(reviewClasses),
            side: side.nullable(),
            note: z.string().nullable(),
            day: dayText,
          }),
        ),
      })
      .nullable(),
    radiologists: z.array(person),
    disclosure: z.object({
      state: z.enum(disclosureStates),
      offers: z.array(z.string()),
      events: z.array(
        z.object({
          kind: z.enum(disclosureKinds),
          day: dayText,
          wish: z.enum(wishes).nullable(),
          heldBy: z.string().nullable(),
          offered: z.array(z.string()),
          note: z.string().nullable(),
          recordedBy: z.string(),
        }),
      ),
    }),
  }),
  summary: 'One interval cancer: the diagnosis, the earlier screenings, the review, and what the woman wishes to know',
});
export type IntervalCancer = OutputOf<typeof intervalCancer>;

export const recordDisclosure = endpoint({
  method: 'POST',
  path: '/api/cancers/disclosure',
  permission: ['radiologist', 'coordinator'],
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('asked'), personId: uuid, cancerId: uuid, day: dayText, note }),
    z.strictObject({
      kind: z.literal('wish'),
      personId: uuid,
      cancerId: uuid,
      day: dayText,
      wish: z.enum(wishes),
      note,
    }),
    z.strictObject({
      kind: z.literal('conversation'),
      personId: uuid,
      cancerId: uuid,
      day: dayText,
      heldBy: z.string().min(1).max(120),
      offered: z.array(z.string()).max(10),
      note,
    }),
  ]),
  output: z.object({ state: z.enum(disclosureStates) }),
  summary: 'That she was asked, what she wishes to know, or the conversation held; no message is made',
});

const interval = z.object({ lower: z.number(), upper: z.number() });
export const reviewFigures = endpoint({
  method: 'GET',
  path: '/api/cancers/review/figures',
  permission: team,
  input: z.object({ centreId: z.string().optional() }),
  output: z.object({
    years: z.array(
      z.object({
        year: z.number().int(),
        cancers: z.number().int(),
        classes: z.record(z.enum(reviewClasses), z.number().int()),
      }),
    ),
    /** Of the two reviewers, in the informed round. */
    agreement: z.object({
      cases: z.number().int(),
      same: z.number().int(),
      kappa: interval.extend({ kappa: z.number() }).nullable(),
    }),
    /** Blind: how often something was called minimal or missed, in images before cancer and in normal controls. */
    blind: z.object({
      cancers: z.object({ seen: z.number().int(), of: z.number().int() }),
      controls: z.object({ seen: z.number().int(), of: z.number().int() }),
    }),
  }),
  summary: 'The classes by year, how well reviewers agree, and what the blind round found',
});
