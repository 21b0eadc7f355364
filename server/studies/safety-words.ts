/** The safety report's content as rows of words: the same for the PDF whichever page asks. */
import type { OutputOf } from '#contracts/endpoint';
import type { showSafety } from '#contracts/study-safety';
import { formatDate, formatNumber } from '#web/text/format';
import { textOf } from '#web/text/text-of';

type Content = Omit<OutputOf<typeof showSafety>, 'reports'>;
export type ReportLanguage = 'nb' | 'nn' | 'en';
type Table = {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
};

const stages = ['dcis', 'upTo10', 'upTo20', 'over20', 'sizeUnknown', 'nodePositive'] as const;

export function safetyWords(content: Content, number: number, language: ReportLanguage) {
  const { studyMonitoring: words, studies } = textOf[language];
  const whole = (value: number) => formatNumber(language, value);
  const fixed = (value: number, decimals: number) =>
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nb-NO', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  const name = (arm: string) => content.armNames[arm]?.[language] ?? arm;
  const rate = ({ events, total }: { events: number; total: number }) =>
    total === 0 ? '–' : `${whole(events)} / ${whole(total)} (${fixed((1000 * events) / total, 1)})`;
  const limits = (value: { value: number; lower: number; upper: number } | null, times: number, decimals: number) =>
    value === null
      ? '–'
      : `${fixed(times * value.value, decimals)} (${fixed(times * value.lower, decimals)} – ${fixed(times * value.upper, decimals)})`;
  const armHeader = content.arms.map(({ arm, control }) => `${name(arm)}${control ? ` (${words.control})` : ''}`);
  const measures = ['screen-detected', 'interval', 'recall', 'consensus', 'reads'] as const;
  const perArm: Table = {
    title: words.perArm,
    header: [words.measure, ...armHeader],
    rows: [
      [words.allocatedCount, ...content.arms.map((arm) => whole(arm.allocated))],
      [words.examinations, ...content.arms.map((arm) => whole(arm.examinations))],
      [
        words.readsPer,
        ...content.arms.map((arm) => (arm.examinations === 0 ? '–' : fixed(arm.reads / arm.examinations, 3))),
      ],
      [words.followed, ...content.arms.map((arm) => whole(arm.followed))],
      ...measures.map((measure) => [
        `${words.measures[measure]} (${words.perThousand})`,
        ...content.arms.map((arm) => rate(arm.counts[measure] ?? { events: 0, total: 0 })),
      ]),
    ],
    note: null,
  };
  const cancers = (which: 'screenDetected' | 'interval', title: string): Table => ({
    title: `${words.stageCaption}: ${title}`,
    header: [words.stageCaption, ...armHeader],
    rows: stages.map((stage) => [words.stages[stage], ...content.arms.map((arm) => whole(arm[which][stage] ?? 0))]),
    note: null,
  });
  const compared: Table = {
    title: words.comparisons,
    header: [words.measure, words.arm, words.difference, words.ratio],
    rows: content.comparisons.map((one) => [
      words.measures[one.measure],
      name(one.arm),
      limits(one.difference, 1000, 2),
      limits(one.ratio, 1, 2),
    ]),
    note: null,
  };
  const boundaries = content.standing.map((one): Table => {
    const row = (what: string, look: (typeof one.planned)[number]) => [
      what,
      fixed(100 * look.information, 1),
      look.z === null ? '–' : fixed(look.z, 4),
      fixed(look.spent, 5),
    ];
    return {
      title: `${words.boundaryTitle}: ${name(one.arm)}`,
      header: [words.look, `${words.information} %`, words.boundary, words.spent],
      rows: [
        ...one.planned.map((look) => row(words.planned, look)),
        ...one.taken.map((look) => row(words.taken, look)),
        ...(one.now ? [row(words.now, one.now)] : []),
      ],
      note:
        one.z === null
          ? words.boundaryNone
          : `${words.boundaryFinding(fixed(one.z, 3), one.now?.z == null ? words.tooEarly : fixed(one.now.z, 4))}. ${one.crossed ? words.crossed : words.notCrossed}.`,
    };
  });
  const guidance: Table = {
    title: words.guidance,
    header: [words.rule, words.found, words.standing.passed ?? ''],
    rows: content.guidance.map((one) => [
      one.words[language],
      `${whole(one.events)} / ${whole(one.total)}`,
      words.standing[one.standing] ?? one.standing,
    ]),
    note: words.guidanceHelp,
  };
  return {
    language,
    title: `${studies.monitoring.safetyTitle} ${number}: ${content.head.title[language]}`,
    lead: `${words.dataDay(formatDate(language, content.dataDay, 'long'))} ${words.safetyBlind}`,
    invented: content.head.invented ? words.invented : null,
    footer: `${content.head.studyId} ${content.head.version}, ${words.report} ${number}`,
    tables: [
      perArm,
      cancers('screenDetected', words.measures['screen-detected']),
      cancers('interval', words.measures.interval),
      compared,
      ...boundaries,
      { ...guidance, header: [words.rule, words.found, words.state] },
    ],
  };
}
