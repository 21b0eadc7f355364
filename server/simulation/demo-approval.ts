import type { ApprovalFile } from '#contracts/study-approvals';
import type { ApprovalKind } from '#core/studies/study';
import { layOut } from '#server/pdf/lay-out';

const titles: Readonly<Record<ApprovalKind, string>> = {
  ethics: 'Godkjenning fra etisk komité',
  privacy: 'Vurdering av personvernet',
  'data-processor': 'Databehandleravtale',
  'centre-privacy-officer': 'Uttalelse fra personvernombudet',
};

/** The PDF of an invented approval. */
export function demoApproval(kind: ApprovalKind, reference: string): ApprovalFile {
  const lines = [
    `Referanse: ${reference}`,
    'Dette dokumentet er oppdiktet for Rundes demonstrasjon. Ingen myndighet har gitt det.',
  ];
  const { pdf } = layOut('studies/demo-approval.typ', { title: titles[kind], lines });
  return { fileName: `${kind}.pdf`, content: pdf };
}
