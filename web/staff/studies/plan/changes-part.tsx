import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useDeferredValue, useMemo } from 'react';
import { differences } from '#core/studies/differences';
import { checkDraft } from '#core/studies/plan-draft';
import { DifferenceList } from './difference-list.tsx';
import { WordsAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

const unwritten = { nb: '', nn: '', en: '' };

/** What an amendment changes: in the writer's words, and part by part against the version in force. */
export function ChangesPart() {
  const words = usePlanText();
  const { draft, shown } = usePlanForm();
  const { before, policy } = shown;
  const settled = useDeferredValue(draft);
  // Also while the words are being written, which a plan must have in all languages.
  const plan = useMemo(
    () => before && checkDraft({ ...settled, changes: unwritten }, policy, before).plan,
    [settled, policy, before],
  );
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
          {found.length === 0 ? (
            <Paragraph>{words.noDifferences}</Paragraph>
          ) : (
            <DifferenceList
              differences={found}
              siteName={(site) => shown.centres.find(({ id }) => id === site)?.name ?? site}
            />
          )}
          <Paragraph>{plan.series === before.series ? words.sameSeries : words.newSeries}</Paragraph>
        </>
      ) : (
        <Paragraph>{words.differencesWait}</Paragraph>
      )}
    </Section>
  );
}
