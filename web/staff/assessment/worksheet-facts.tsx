import type { Worksheet } from '#contracts/assessment';
import { Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { type TextTools, useText } from '../text.tsx';

export function WhyRecalled({ sheet }: { readonly sheet: Worksheet }) {
  const { text, formatDate } = useText();
  const words = text.assessment;
  const sides: Readonly<Record<string, string>> = text.common.side;
  const kinds: Readonly<Record<string, string>> = text.examination.symptomKinds;
  const facts: readonly (readonly [string, string])[] = [
    [words.recalledOn, sheet.recalledOn ? formatDate(sheet.recalledOn) : text.common.unknown],
    [words.reason, words.because[sheet.because]],
    [words.breasts, sheet.breasts.map((breast) => sides[breast] ?? breast).join(', ')],
    [words.consensusReasons, sheet.reasons.map((r) => reasonLine(r, sides, text)).join('; ')],
    [words.consensusNote, sheet.consensusNote ?? ''],
    [words.examined, sheet.examinedOn ? formatDate(sheet.examinedOn) : ''],
    [
      words.symptoms,
      sheet.symptoms.map((s) => `${kinds[s.kind] ?? s.kind} (${(sides[s.side] ?? s.side).toLowerCase()})`).join(', '),
    ],
  ];
  return (
    <section>
      <Heading level={2} data-size="2xs">
        {words.why}
      </Heading>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** "Høyre: Mikrokalk. Ny gruppe": why the meeting recalled one breast. */
function reasonLine(
  { breast, reason, note }: Worksheet['reasons'][number],
  sides: Readonly<Record<string, string>>,
  text: ReturnType<typeof useText>['text'],
): string {
  const words = `${sides[breast] ?? breast}: ${text.reading.consensusReasons[reason] ?? reason}`;
  return note ? `${words}. ${note}` : words;
}

/** Assessments, answers and treatment, in the order they came. */
export function DoneSoFar({ sheet }: { readonly sheet: Worksheet }) {
  const tools = useText();
  const { text, formatDate } = tools;
  const words = text.assessment;
  const lines = [
    ...sheet.assessments.map((a) =>
      [
        formatDate(a.day),
        a.procedures.map((p) => words.procedureNames[p]).join(', '),
        words.results[a.result],
        ...(a.note ? [a.note] : []),
        a.assessor,
      ].join(' · '),
    ),
    ...sheet.pathology.map((p) => pathologyLine(p, tools)),
    ...sheet.treatments.map((t) => [formatDate(t.day), words.treatment, words.treatments[t.kind]].join(' · ')),
  ];
  return (
    <>
      <Heading level={2} data-size="2xs">
        {words.history}
      </Heading>
      {lines.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <List.Unordered>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are appended only
            <List.Item key={i}>{line}</List.Item>
          ))}
        </List.Unordered>
      )}
    </>
  );
}

function pathologyLine(p: Worksheet['pathology'][number], { text, formatDate, formatMeasure }: TextTools): string {
  const words = text.assessment;
  const marker = (name: 'er' | 'pr' | 'her2') => {
    const value = p[name];
    return value && value !== 'unknown' ? [`${words.markers[name]} ${words.markerValues[value].toLowerCase()}`] : [];
  };
  return [
    formatDate(p.reportedOn),
    `${words.pathology} (${words.specimens[p.specimen].toLowerCase()}, ${text.common.side[p.side].toLowerCase()})`,
    words.conclusions[p.conclusion],
    ...(p.histology ? [words.histologies[p.histology] ?? p.histology] : []),
    ...(p.sizeMm ? [`${formatMeasure(p.sizeMm)} mm`] : []),
    ...(p.grade ? [`${words.grade.split(' ')[0]} ${p.grade}`] : []),
    ...(p.nodes && p.nodes !== 'unknown' ? [`${words.nodes} ${words.markerValues[p.nodes].toLowerCase()}`] : []),
    ...marker('er'),
    ...marker('pr'),
    ...marker('her2'),
  ].join(' · ');
}
