import type { OutputOf } from '#contracts/endpoint';
import type { safetyReportFile, showSafety } from '#contracts/study-safety';
import { layOut } from '#server/pdf/lay-out';
import { type ReportLanguage, safetyWords } from './safety-words.ts';

type Kept = { readonly content: Omit<OutputOf<typeof showSafety>, 'reports'>; readonly sha256: string };

/** A kept report as a PDF (A4, tagged, PDF/UA-1): the same content gives the same bytes. Throws with Typst's words when the layout fails. */
export function renderSafetyReport(
  kept: Kept,
  number: number,
  language: ReportLanguage,
): OutputOf<typeof safetyReportFile> {
  const report = safetyWords(kept.content, number, language);
  return {
    title: report.title,
    fileName: `${kept.content.head.studyId}-${number}.pdf`,
    ...layOut('studies/safety-report.typ', report),
  };
}
