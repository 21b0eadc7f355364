import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { OutputOf } from '#contracts/endpoint';
import type { safetyReportFile, showSafety } from '#contracts/study-safety';
import { type ReportLanguage, safetyWords } from './safety-words.ts';

const workspace = fileURLToPath(new URL('../../programmes/studies', import.meta.url));
const template = fileURLToPath(new URL('../../programmes/studies/safety-report.typ', import.meta.url));

type Kept = { readonly content: Omit<OutputOf<typeof showSafety>, 'reports'>; readonly sha256: string };

/** A kept report as a PDF (A4, tagged, PDF/UA-1): the same content gives the same bytes. Throws with Typst's words when the layout fails. */
export function renderSafetyReport(
  kept: Kept,
  number: number,
  language: ReportLanguage,
): OutputOf<typeof safetyReportFile> {
  const report = safetyWords(kept.content, number, language);
  const compiler = NodeCompiler.create({ workspace });
  const pdf = compiler.pdf(
    { mainFilePath: template, inputs: { report: JSON.stringify(report) } },
    { pdfStandard: PdfStandard.UA_1, pdfTags: true, creationTimestamp: 0 },
  );
  return {
    title: report.title,
    fileName: `${kept.content.head.studyId}-${number}.pdf`,
    pdf: Buffer.from(pdf).toString('base64'),
    sha256: createHash('sha256').update(pdf).digest('hex'),
  };
}
