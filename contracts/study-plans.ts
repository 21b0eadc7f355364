/** Writing the plan of a study or an amendment; what a signed plan leads to stands in studies.ts. */
import { z } from 'zod';
import type { Role } from '#core/people/access';
import { dayText } from '#core/registry/delivery';
import { planDraftSchema } from '#core/studies/plan-draft';
import { planFaultCodes } from '#core/studies/plan-fault';
import { planSchema } from '#core/studies/study';
import { endpoint } from './endpoint.ts';
import { protocolFault, protocolRules } from './protocols.ts';

/** A radiologist writes what she is the principal investigator of, or begins herself. */
const planners = ['office', 'researcher', 'radiologist'] as const satisfies readonly Role[];
const studyId = planSchema.shape.id;
const edit = z.int();
const place = z.object({ id: z.string(), name: z.string() });
const named = z.object({ studyId, edit });
/** A draft may carry forms of consent in many versions and languages. */
const largestBody = 1_000_000;

const about = z.record(z.string(), z.union([z.string(), z.number()]));
export const planFault = z.object({
  code: z.enum(planFaultCodes),
  at: z.string(),
  about,
  found: protocolFault.exactOptional(),
});

export const writeStudyPlan = endpoint({
  method: 'POST',
  path: '/api/studies',
  permission: ['office', 'researcher'],
  input: z.object({ plan: z.unknown() }),
  output: z.object({
    studyId,
    version: z.string(),
    faults: z.array(planFault),
    /** What the faults of its protocol speak of. */
    protocol: planSchema.shape.protocol,
  }),
  summary: 'Stores a version of a plan that is not signed yet, and says what is wrong with it',
  largestBody,
});

export const listPlanDrafts = endpoint({
  method: 'GET',
  path: '/api/study-plans',
  permission: planners,
  input: z.object({}),
  output: z.object({
    drafts: z.array(
      z.object({
        studyId,
        version: z.string(),
        title: planDraftSchema.shape.title,
        writtenOn: dayText,
        writtenBy: z.string(),
        /** Of a study that is there already. */
        amends: z.boolean(),
      }),
    ),
  }),
  summary: 'Plans being written that the one who asks may write on',
});

export const beginPlan = endpoint({
  method: 'POST',
  path: '/api/study-plans/:studyId/begin',
  permission: planners,
  input: z.object({ studyId, anew: z.boolean() }),
  output: z.object({ edit }),
  summary: 'Begins a new study, or an amendment from the version in force; one begun before is taken up again',
});

export const showPlanDraft = endpoint({
  method: 'GET',
  path: '/api/study-plans/:studyId',
  permission: planners,
  input: z.object({ studyId }),
  output: z.object({
    studyId,
    today: dayText,
    edit,
    draft: planDraftSchema,
    writtenOn: dayText,
    writtenBy: z.string(),
    /** The signed version that it amends. */
    before: planSchema.nullable(),
    /** To check it by while it is written. */
    policy: protocolRules.output.shape.policy,
    /** Approved reading protocols that compare something. */
    protocols: z.array(z.object({ title: z.string(), protocol: planSchema.shape.protocol })),
    centres: z.array(place),
    units: z.array(place),
  }),
  summary: 'A plan being written, and what there is to choose from',
});

export const savePlanDraft = endpoint({
  method: 'POST',
  path: '/api/study-plans/:studyId',
  permission: planners,
  input: z.object({ studyId, edit, draft: planDraftSchema }),
  output: z.object({ edit }),
  summary: 'Keeps what is written, with faults or without',
  largestBody,
});

export const putForwardPlan = endpoint({
  method: 'POST',
  path: '/api/study-plans/:studyId/put-forward',
  permission: planners,
  input: named,
  output: z.object({ version: z.string() }),
  summary: 'Makes what is written a version of the plan, to be signed; one with faults is refused with the faults',
});

export const discardPlan = endpoint({
  method: 'POST',
  path: '/api/study-plans/:studyId/discard',
  permission: planners,
  input: named,
  output: z.object({ done: z.literal(true) }),
  summary: 'Throws away what is written',
});
