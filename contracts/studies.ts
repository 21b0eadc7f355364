import { z } from 'zod';
import { type Role, staffRoles } from '#core/people/access';
import { dayText } from '#core/registry/delivery';
import { consentWays, formLanguages, withdrawalScopes } from '#core/studies/consent';
import { planParts } from '#core/studies/differences';
import { stepSchema } from '#core/studies/steps';
import { approvalKinds, memberRoles, planSchema, siteStates, studyStates } from '#core/studies/study';
import { allocationExportSchema } from '#core/studies/verify-allocation';
import { endpoint, type OutputOf } from './endpoint.ts';
import { planFault } from './study-plans.ts';

const writers = ['office', 'researcher'] as const satisfies readonly Role[];
const studyId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const done = z.object({ done: z.literal(true) });
const words = planSchema.shape.title;
const said = z.union([z.string(), words]);
const centreId = z.string().nullable();

const missing = z.object({
  what: z.enum([...approvalKinds, ...memberRoles, 'consent-form']),
  centreId,
  because: z.enum(['none', 'expired', 'not-yet', 'no-document']),
});
export type MissingThing = z.output<typeof missing>;

export const listStudies = endpoint({
  method: 'GET',
  path: '/api/studies',
  permission: staffRoles,
  input: z.object({}),
  output: z.object({
    studies: z.array(
      z.object({
        studyId,
        title: words,
        state: z.enum(studyStates),
        version: z.string(),
        invented: z.boolean(),
        sitesOpen: z.int(),
        sites: z.int(),
        /** Of those that the one who asks may see; null without a role in it (core/studies/sight.ts). */
        allocated: z.int().nullable(),
        target: z.int(),
      }),
    ),
  }),
  summary: 'Studies in the programme, and how far each has come',
});

export const showStudy = endpoint({
  method: 'GET',
  path: '/api/studies/:studyId',
  permission: staffRoles,
  input: z.object({ studyId }),
  output: z.object({
    studyId,
    today: dayText,
    plan: planSchema,
    state: z.enum(studyStates),
    /** Number of the last step; goes with the next. */
    seq: z.int(),
    revealed: z.boolean(),
    /** What stands in the way of signing the newest version that is not signed. */
    unsigned: z
      .object({
        version: z.string(),
        edit: z.int(),
        faults: z.array(planFault),
        protocol: planSchema.shape.protocol,
      })
      .nullable(),
    /** What is being written on, and whether the one who asks may write. */
    draft: z.object({ version: z.string(), writtenOn: dayText, writtenBy: z.string() }).nullable(),
    mayPlan: z.boolean(),
    /** What the one who asks may see of its monitoring. */
    sees: z.object({ counts: z.boolean(), arms: z.boolean(), board: z.boolean(), plans: z.boolean() }),
    /** What is missing before the whole study can go on. */
    missing: z.array(missing),
    /** The steps that the one who asks may take for the whole study now. */
    steps: z.array(z.string()),
    sites: z.array(
      z.object({
        centreId: z.string(),
        name: z.string(),
        state: z.enum(siteStates),
        since: dayText.nullable(),
        missing: z.array(missing),
        /** Open, and drawing nobody since this day because an approval has ended. */
        heldSince: dayText.nullable(),
        steps: z.array(z.string()),
        allocated: z.int().nullable(),
        planned: z.int(),
      }),
    ),
    approvals: z.array(
      z.object({
        approvalId: z.guid(),
        kind: z.enum(approvalKinds),
        centreId,
        centreName: z.string().nullable(),
        reference: z.string(),
        decidedOn: dayText,
        validFrom: dayText,
        validUntil: dayText.nullable(),
        state: z.enum(['in-force', 'not-yet', 'expired', 'withdrawn']),
        document: z.object({ fileName: z.string(), sha256: z.string() }).nullable(),
        recordedBy: z.string(),
      }),
    ),
    /** Approvals that end soon with nothing to follow them, the first to end first. */
    ending: z.array(
      z.object({ what: z.enum(approvalKinds), centreName: z.string().nullable(), lastDay: dayText, days: z.int() }),
    ),
    members: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        role: z.enum(memberRoles),
        centreName: z.string().nullable(),
        from: dayText,
        until: dayText.nullable(),
      }),
    ),
    /** Newest first. */
    versions: z.array(
      z.object({
        version: z.string(),
        writtenOn: dayText,
        writtenBy: z.string(),
        signedOn: dayText.nullable(),
        signedBy: z.string().nullable(),
        signature: z.string().nullable(),
        changes: words.nullable(),
        differences: z.array(
          z.object({ part: z.enum(planParts), name: z.string(), from: said.nullable(), to: said.nullable() }),
        ),
        inUse: z.boolean(),
      }),
    ),
    log: z.array(z.object({ seq: z.int(), day: dayText, by: z.string(), step: stepSchema })),
  }),
  summary: 'A study: plan, where it stands, what is missing, approvals, team, sites and versions',
});
export type ShownStudy = OutputOf<typeof showStudy>;

export const takeStudyStep = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/steps',
  permission: writers,
  input: z.object({
    studyId,
    seen: z.int().min(0),
    step: stepSchema,
    /** Of a version that is signed: the edit of it that the page showed. */
    edit: z.int().optional(),
  }),
  output: z.object({ seq: z.int() }),
  summary: 'Takes a step of a study, when all that it needs is in place',
});

const member = z.object({ studyId, userId: z.string().min(1).max(60), role: z.enum(memberRoles) });

export const nameStudyMember = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/members',
  permission: writers,
  input: member,
  output: done,
  summary: 'Gives somebody a role in a study',
});

export const endStudyMember = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/members/end',
  permission: writers,
  input: member,
  output: done,
  summary: 'Ends a role in a study',
});

export const studyStaff = endpoint({
  method: 'GET',
  path: '/api/studies/:studyId/staff',
  permission: writers,
  input: z.object({ studyId }),
  output: z.object({
    staff: z.array(
      z.object({ userId: z.string(), name: z.string(), role: z.string(), centreName: z.string().nullable() }),
    ),
  }),
  summary: 'Who can be given a role in the study: those who work nationally and at its sites',
});

export const studyAllocations = endpoint({
  method: 'GET',
  path: '/api/studies/:studyId/allocations',
  permission: staffRoles,
  input: z.object({ studyId }),
  output: z.object({
    title: words,
    total: z.int(),
    /** What its centres are called, for the words of a stratum. */
    centres: z.record(z.string(), z.string()),
    /** The latest first, without arms. */
    rows: z.array(
      z.object({
        allocationId: z.guid(),
        personId: z.guid(),
        day: dayText,
        unit: z.string(),
        stratum: z.string(),
        position: z.int(),
        first: z.boolean(),
        version: z.string(),
        ruleVersion: z.string().nullable(),
      }),
    ),
    /** Arms that have been opened; the list is for those who open and follow, the others see how many. */
    opened: z.int(),
    unblinded: z
      .array(
        z.object({
          personId: z.guid(),
          day: dayText,
          kind: z.enum(['emergency', 'planned']),
          reason: z.string(),
          told: z.string(),
          by: z.string(),
        }),
      )
      .nullable(),
  }),
  summary: 'Who has been allocated, without arms, and whose arm has been opened',
});

export const unblindWoman = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/unblind',
  permission: ['office', 'radiologist', 'researcher'],
  input: z.object({
    studyId,
    personId: z.guid(),
    kind: z.enum(['emergency', 'planned']),
    reason: z.string().trim().min(5).max(1000),
    told: z.string().trim().min(2).max(200),
  }),
  output: z.object({ arm: z.string() }),
  summary: 'Opens one woman’s arm, and writes down why, for whom and by whom',
});

export const studyDraws = endpoint({
  method: 'GET',
  path: '/api/studies/:studyId/draws',
  permission: writers,
  input: z.object({ studyId }),
  output: allocationExportSchema,
  summary: 'Key, rules and draws of a study whose key is revealed: what `runde allocation verify` reads',
});

export const studiesOfWoman = endpoint({
  method: 'GET',
  path: '/api/people/:personId/studies',
  permission: ['office', 'coordinator', 'radiographer', 'radiologist'],
  input: z.object({ personId: z.guid() }),
  output: z.object({
    studies: z.array(
      z.object({
        studyId,
        title: words,
        /** Whether she is to be asked now: the study recruits where she is, nothing known keeps her out, and she has not answered. */
        ask: z.boolean(),
        design: z.enum(['consent', 'opt-out']),
        takesPart: z.enum(['yes', 'not-asked', 'declined', 'withdrawn']),
        since: dayText.nullable(),
        form: z.object({ version: z.string(), languages: z.array(z.enum(formLanguages)) }).nullable(),
      }),
    ),
  }),
  summary: 'What a woman has answered to the studies, and which are to ask her now; never an arm',
});

export const recordStudyConsent = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/consents',
  permission: ['office', 'coordinator', 'radiographer'],
  input: z.object({
    studyId,
    personId: z.guid(),
    answer: z.discriminatedUnion('answer', [
      z.object({
        answer: z.literal('agrees'),
        how: z.literal('paper'),
        formVersion: z.string(),
        language: z.enum(formLanguages),
      }),
      z.object({ answer: z.literal('declines'), how: z.enum(consentWays).exclude(['electronic']) }),
      z.object({
        answer: z.literal('withdraws'),
        how: z.enum(consentWays).exclude(['electronic']),
        scope: z.enum(withdrawalScopes),
      }),
    ]),
  }),
  output: z.object({ consentId: z.guid() }),
  summary: 'What a woman answers on paper or says: yes is signed, no may be said',
});
