import { Paragraph } from '@digdir/designsystemet-react';
import type { WaitingEntry } from '#contracts/examination-entries';
import { useText } from '../text.tsx';

type Content = NonNullable<WaitingEntry['content']>;
type Examined = Extract<Content, { kind: 'examined' }>;

/** What was written down without the system, in one line: whoever settles it sees what will count or be set aside. */
export function EntryContent({ content }: { readonly content: Content }) {
  const { text, formatDate } = useText();
  const words = text.examination;
  const said = (): readonly string[] => {
    if (content.kind === 'arrived') return [];
    if (content.kind === 'not-screened') {
      const last = content.lastMammogram ? [`${words.lastMammogram}: ${formatDate(content.lastMammogram)}`] : [];
      return [words.notScreenedReasons[content.reason], ...last];
    }
    return [...viewsSaid(content), ...interviewSaid(content)];
  };
  const viewsSaid = ({ modality, views, cannotBeBetter }: Examined): readonly string[] => [
    words.modalities[modality],
    ...views.flatMap((view) => {
      if (!view.taken) return [`${words.views[view.view]}: ${words.missing[view.missing]}`];
      return view.retakes > 0 ? [`${words.views[view.view]}: ${words.retakes.toLowerCase()} ${view.retakes}`] : [];
    }),
    ...(views.every((view) => view.taken) ? [words.entries.allTaken] : []),
    ...(cannotBeBetter ? [words.cannotBeBetter] : []),
  ];
  const interviewSaid = ({ interview }: Examined): readonly string[] => [
    ...interview.symptoms.map(
      (one) =>
        `${words.symptomKinds[one.kind]}, ${text.common.side[one.side].toLowerCase()} (${words.durations[one.since]})`,
    ),
    ...(interview.implants === 'none' ? [] : [`${words.implants}: ${words.implantSides[interview.implants]}`]),
    ...interview.earlierSurgery.map((one) => `${words.surgeryKinds[one.kind]}${one.year ? ` ${one.year}` : ''}`),
    ...(interview.hormoneUse === 'never' ? [] : [`${words.hormones}: ${words.hormoneUses[interview.hormoneUse]}`]),
    ...(interview.lastMammogramElsewhere
      ? [`${words.lastMammogram}: ${formatDate(interview.lastMammogramElsewhere)}`]
      : []),
    ...(interview.note ? [interview.note] : []),
  ];
  const lines = said();
  return (
    <Paragraph>
      <strong>{words.entries.wroteDown}:</strong> {[words.entries.kinds[content.kind], ...lines].join(' · ')}
    </Paragraph>
  );
}
