import type { OutputOf } from '#contracts/endpoint';
import type { manualReport, showManual } from '#contracts/manual';
import { verdicts } from '#core/manual/progress';
import { layOut } from '#server/pdf/lay-out';
import { formatDate, formatNumber } from '#web/text/format';
import { formatScale } from '#web/text/format-scale';
import { loggedWords } from '#web/text/manual-log';
import { manual as en } from '#web/text/en/manual';
import { manual as nb } from '#web/text/nb/manual';
import { manual as nn } from '#web/text/nn/manual';

type Manual = OutputOf<typeof showManual>;
type Figure = Manual['criteria'][number]['figures'][number];
export type ReportLanguage = 'nb' | 'nn' | 'en';

const texts = { nb, nn, en } as const;

/**
 * The centre's report for the year as a PDF (A4, tagged, PDF/UA-1). The same answers and figures give the same bytes, so
 * that a report can be told by its checksum. Throws with Typst's own words when the layout fails.
 */
export function renderReport(manual: Manual, language: ReportLanguage): OutputOf<typeof manualReport> {
  const content = reportContent(manual, language);
  return {
    title: content.title,
    fileName: `${manual.centre.id}-${manual.year}.pdf`,
    ...layOut('manuals/report.typ', content),
  };
}

function reportContent(manual: Manual, language: ReportLanguage) {
  const words = texts[language];
  const date = (day: string) => formatDate(language, day, 'long');
  const cut = manual.dataCut ? words.dataCut(date(manual.dataCut)) : words.noFigures.replace(/\.$/, '');
  return {
    language,
    title: words.reportTitle(manual.centre.name, manual.year),
    sender: words.sender,
    lead: words.reportLead(manual.edition.name[language], manual.edition.version, words.stages[manual.stage], cut),
    placeholder: manual.edition.placeholder ? words.placeholderReport : null,
    footer: words.reportFooter(manual.centre.name, manual.year),
    words: {
      summary: words.summary,
      verdict: words.verdict,
      count: words.count,
      figure: words.figure,
      counts: words.counts,
      value: words.value,
      interval: words.interval,
      nation: words.nation,
      measure: words.measure,
      evidence: words.evidence,
      asked: words.question,
      course: words.log,
      page: words.page,
      of: words.pageOf,
    },
    summary: summaryOf(manual, words),
    criteria: manual.edition.criteria.map(({ id, title, question }) => {
      const found = manual.criteria.find((one) => one.id === id);
      const { answer = null, figures = [] } = found ?? {};
      const asked = manual.log.flatMap(({ entry }) =>
        entry.kind === 'asked' && entry.criterionId === id ? [entry.question] : [],
      );
      return {
        title: `${id} ${title[language]}`,
        question: question[language],
        verdict: answer ? words.verdicts[answer.verdict] : words.notAnswered,
        account: answer?.account ?? null,
        measure: answer?.measure ? measureText(answer, words, date) : null,
        documents: answer?.documents.map((one) => `${one.title} (${one.fileName})`) ?? [],
        asked,
        figures: figures.map((one) => figureRow(one, language)),
      };
    }),
    course: manual.log.map(({ day, by, entry }) => `${date(day)}: ${loggedWords(words.logged, entry, date)} (${by})`),
  };
}

function summaryOf(manual: Manual, words: typeof nb): [string, string][] {
  const count = (verdict: string | undefined) =>
    String(manual.criteria.filter((one) => one.answer?.verdict === verdict).length);
  return [
    ...verdicts.map((verdict): [string, string] => [words.verdicts[verdict], count(verdict)]),
    [words.notAnswered, count(undefined)],
  ];
}

type Answer = NonNullable<Manual['criteria'][number]['answer']>;

function measureText(answer: Answer, words: typeof nb, date: (day: string) => string): string {
  const { measure, done } = answer;
  if (!measure) return '';
  const promised = words.measureOf(measure.text, date(measure.dueOn));
  return done === null ? promised : `${promised}. ${words.measureDone}: ${done}`;
}

function figureRow(figure: Figure, language: ReportLanguage): string[] {
  const write = (value: number | null) => formatScale(language, figure.scale, value);
  const { limits } = figure;
  return [
    figure.name[language],
    `${formatNumber(language, figure.numerator)} / ${formatNumber(language, figure.denominator)}`,
    write(figure.value),
    limits ? `${write(limits.lower)} – ${write(limits.upper)}` : '–',
    write(figure.nation),
  ];
}
