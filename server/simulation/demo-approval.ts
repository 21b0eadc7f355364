import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { ApprovalFile } from '#contracts/study-approvals';
import type { ApprovalKind } from '#core/studies/study';

const workspace = fileURLToPath(new URL('../../programmes/studies', import.meta.url));
const template = fileURLToPath(new URL('../../programmes/studies/demo-approval.typ', import.meta.url));

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
  const inputs = { said: JSON.stringify({ title: titles[kind], lines }) };
  const pdf = NodeCompiler.create({ workspace }).pdf(
    { mainFilePath: template, inputs },
    { pdfStandard: PdfStandard.UA_1, pdfTags: true, creationTimestamp: 0 },
  );
  return { fileName: `${kind}.pdf`, content: Buffer.from(pdf).toString('base64') };
}
