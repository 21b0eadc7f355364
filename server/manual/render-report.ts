import type { OutputOf } from '#contracts/endpoint';
import type { manualReport, showManual } from '#contracts/manual';
import { verdicts } from '#core/manual/progress';
import { layOut } from '#server/pdf/lay-out';
import { formatDate } from '#web/text/format';
import { figureWords } from '#web/text/manual-figure';
import { logLines } from '#web/text/manual-log';
import { manual as en } from '#web/text/en/manual';
import { manual as nb } from '#web/text/nb/manual';
import { manual as nn } from '#web/text/nn/manual';

type Manual = OutputOf<typeof showManual>;
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
      measure: words.measureTaken,
      notMet: words.notMet,
      criterion: words.criterion,
      due: words.measureDue,
      evidence: words.evidence,
      asked: words.question,
      course: words.log,
      page: words.page,
      of: words.pageOf,
    },
    summary: summaryOf(manual, words),
    notMet: notMetOf(manual, language, date),
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
        figures: figures.map((one) => {
          const { name, counts, value, interval, nation } = figureWords(words, language, one);
          return [name, counts, value, interval, nation];
        }),
      };
    }),
    course: logLines(words.logged, manual.log, date).map(({ day, by, what }) => `${date(day)}: ${what} (${by})`),
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

/** What is not fully met, with what the centre does about it and by when: criterion, answer, measure, day. */
function notMetOf({ criteria, edition }: Manual, language: ReportLanguage, date: (day: string) => string): string[][] {
  const words = texts[language];
  return criteria.flatMap(({ id, answer }) => {
    if (answer?.verdict !== 'partly' && answer?.verdict !== 'not-met') return [];
    const title = edition.criteria.find((one) => one.id === id)?.title[language] ?? '';
    const { measure } = answer;
    return [
      [`${id} ${title}`, words.verdicts[answer.verdict], measure?.text ?? '–', measure ? date(measure.dueOn) : '–'],
    ];
  });
}

type Answer = NonNullable<Manual['criteria'][number]['answer']>;

function measureText(answer: Answer, words: typeof nb, date: (day: string) => string): string {
  const { measure, done } = answer;
  if (!measure) return '';
  const promised = words.measureOf(measure.text, date(measure.dueOn));
  return done === null ? promised : `${promised}. ${words.measureDone}: ${done}`;
}
