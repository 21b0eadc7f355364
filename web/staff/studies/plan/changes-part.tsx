import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { differences } from '#core/studies/differences';
import { DifferenceList } from './difference-list.tsx';
import { WordsAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

/** What an amendment changes: in the writer's words, and part by part against the version in force. */
export function ChangesPart() {
  const words = usePlanText();
  const { plan, shown } = usePlanForm();
  const { before } = shown;
  if (!before) return null;
  const found = plan ? differences(before, plan) : [];
  return (
    <Section name="changes">
      <WordsAt at="changes" label={words.changesWords} rows={3} />
      <Heading level={3} data-size="2xs">
        {words.differences(before.version)}
      </Heading>
      {plan ? (
        <>
          {found.length === 0 ? <Paragraph>{words.noDifferences}</Paragraph> : null}
          <DifferenceList
            differences={found}
            siteName={(site) => shown.centres.find(({ id }) => id === site)?.name ?? site}
          />
          <Paragraph>{plan.series === before.series ? words.sameSeries : words.newSeries}</Paragraph>
        </>
      ) : (
        <Paragraph>{words.differencesWait}</Paragraph>
      )}
    </Section>
  );
}
