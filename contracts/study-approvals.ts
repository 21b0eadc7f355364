/** The register of approvals and agreements of a study, with their documents. */
import { z } from 'zod';
import { staffRoles, type Role } from '#core/people/access';
import { LARGEST_DOCUMENT } from '#core/portal/document';
import { dayText } from '#core/registry/delivery';
import { approvalKinds, planSchema } from '#core/studies/study';
import { endpoint } from './endpoint.ts';

const writers = ['office', 'researcher'] as const satisfies readonly Role[];
const approval = { studyId: planSchema.shape.id, approvalId: z.guid() };
const done = z.object({ done: z.literal(true) });
/** A PDF, base64. */
const file = z.object({ fileName: z.string().trim().min(1).max(200), content: z.base64() });
export type ApprovalFile = z.output<typeof file>;
// Base64 makes four characters of three bytes.
const largestBody = Math.ceil((LARGEST_DOCUMENT * 4) / 3) + 10_000;

export const recordStudyApproval = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/approvals',
  permission: writers,
  input: z.object({
    studyId: approval.studyId,
    kind: z.enum(approvalKinds),
    /** The hospital, for its privacy officer's approval; null for the others. */
    centreId: z.string().nullable(),
    reference: z.string().trim().min(1).max(120),
    decidedOn: dayText,
    validFrom: dayText,
    validUntil: dayText.nullable(),
    file: file.nullable(),
  }),
  output: z.object({ approvalId: z.guid() }),
  summary: 'Puts an approval or agreement into the register, with its document',
  largestBody,
});

export const attachApprovalDocument = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/approvals/:approvalId/document',
  permission: writers,
  input: z.object({ ...approval, file }),
  output: done,
  summary: 'Puts the document beside an approval that was entered without; one that is there is never replaced',
  largestBody,
});

export const fetchApprovalDocument = endpoint({
  method: 'GET',
  path: '/api/studies/:studyId/approvals/:approvalId/document',
  permission: staffRoles,
  input: z.object(approval),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64(), sha256: z.string() }),
  summary: 'The document of an approval: of the study for its sites and the programme, of a hospital for the hospital',
});

export const withdrawStudyApproval = endpoint({
  method: 'POST',
  path: '/api/studies/:studyId/approvals/:approvalId/withdraw',
  permission: ['office'],
  input: z.object(approval),
  output: done,
  summary: 'Takes an approval out of force; it stays in the register',
});
