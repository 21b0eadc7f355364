import type { OutputOf } from '#contracts/endpoint';
import type { equipmentReport, equipmentReportPdf } from '#contracts/equipment';
import { equipmentTests } from '#programmes/breast-no/equipment';
import { layOut } from '#server/pdf/lay-out';
import { formatDate, formatNumber } from '#web/text/format';
import { equipment as en } from '#web/text/en/equipment';
import { manual as enManual } from '#web/text/en/manual';
import { equipment as nb } from '#web/text/nb/equipment';
import { manual as nbManual } from '#web/text/nb/manual';
import { equipment as nn } from '#web/text/nn/equipment';
import { manual as nnManual } from '#web/text/nn/manual';

type Report = OutputOf<typeof equipmentReport>;
type Failure = Report['failures'][number];
type ReportLanguage = 'nb' | 'nn' | 'en';

const texts = { nb, nn, en } as const;
/** What every report of the programme says: its sender, "page 1 of 3". */
const frames = { nb: nbManual, nn: nnManual, en: enManual } as const;

/**
 * A centre's report on its equipment in a year as a PDF (A4, tagged, PDF/UA-1). The same figures give the same bytes.
 * Throws with Typst's own words when the layout fails.
 */
export function renderEquipmentReport(report: Report, language: ReportLanguage): OutputOf<typeof equipmentReportPdf> {
  const content = reportContent(report, language);
  return {
    title: content.title,
    fileName: `${report.centre.id}-${report.year}-${texts[language].title.toLowerCase()}.pdf`,
    ...layOut('reports/equipment.typ', content),
  };
}

function reportContent(report: Report, language: ReportLanguage) {
  const words = texts[language];
  const frame = frames[language];
  const date = (day: string) => formatDate(language, day, 'short');
  const number = (n: number) => formatNumber(language, n);
  return {
    language,
    sender: frame.sender,
    title: words.reportTitle(report.centre.name, report.year),
    lead: `${words.reportLead} ${words.reportUntil(formatDate(language, report.today, 'long'))}`,
    words: {
      summary: frame.summary,
      test: words.test,
      done: words.done,
      expected: words.expected,
      passed: words.passed,
      notPassed: words.notPassed,
      last: words.last,
      failures: words.failures,
      noFailures: words.noFailures,
      doneOn: words.doneOn,
      values: words.values,
      outcome: words.outcome,
      configured: words.configured,
      page: frame.page,
      of: frame.pageOf,
    },
    summary: summaryOf(report, words, number),
    items: report.items.map((item) => ({
      title: item.name,
      about: [words.kinds[item.kind], item.place, words.states[item.state]].filter(Boolean).join(' · '),
      tests: item.tests.map((test) => [
        words.tests[test.test] ?? test.test,
        number(test.done),
        number(test.expected),
        number(test.passed),
        number(test.failed + test.suspended),
        test.lastDone && test.lastResult
          ? `${date(test.lastDone)}, ${words.results[test.lastResult].toLowerCase()}`
          : '–',
      ]),
    })),
    failures: report.failures.map((one) => [
      date(one.doneOn),
      `${one.name}. ${words.tests[one.test] ?? one.test}`,
      beyondOf(one, words, language),
      one.closedOn
        ? `${words.closedOn} ${date(one.closedOn)}: ${one.closedBecause ?? words.closedByTest}`
        : `${words.results[one.result]}, ${words.stillOpen}; ${words.mendBy.toLowerCase()} ${date(one.dueOn)}`,
    ]),
  };
}

function summaryOf(report: Report, words: typeof nb, number: (n: number) => string): string[] {
  const tests = report.items.flatMap((item) => item.tests);
  const sum = (count: (test: (typeof tests)[number]) => number) =>
    number(tests.reduce((all, one) => all + count(one), 0));
  return [
    words.reportItems(report.items.length),
    words.reportTests(
      sum((one) => Math.min(one.done, one.expected)),
      sum((one) => one.expected),
    ),
    words.reportFailures(report.failures.length, report.failures.filter((one) => one.closedOn === null).length),
  ];
}

/** What was beyond its limit, as measured and with the limit. */
function beyondOf(failure: Failure, words: typeof nb, language: ReportLanguage): string {
  const test = equipmentTests.find((one) => one.id === failure.test);
  return failure.findings
    .filter((finding) => !finding.within)
    .map((finding) => {
      const name = words.figures[finding.figure] ?? finding.figure;
      const figure = test?.figures.find((one) => one.id === finding.figure);
      const isCheck = test?.inputs.some((input) => input.kind === 'yes-no' && input.id === figure?.inputs[0]);
      if (isCheck) return words.notSo(name);
      const write = (value: number | null) =>
        value === null ? '' : formatNumber(language, value, figure?.decimals ?? 1);
      const unit = figure?.unit ? ` ${figure.unit}` : '';
      return `${name}: ${write(finding.value)}${unit} (${words.limit(write(finding.min), write(finding.max))}${unit})`;
    })
    .join('; ');
}
