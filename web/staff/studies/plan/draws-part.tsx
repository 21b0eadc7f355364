import { Paragraph } from '@digdir/designsystemet-react';
import { draftFactors } from '#core/studies/plan-draft';
import { roundOf } from '#core/studies/plan-faults';
import { drawMoments, studyUnits } from '#core/studies/study';
import { useText } from '../../text.tsx';
import { ChecksAt, ChoiceAt, DayAt, NumberAt, TextAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

const methods = ['blocks', 'minimisation', 'simple', 'stepped-wedge'] as const;

/** What is drawn for, when, and by which method with its fields. */
export function DrawsPart() {
  const { text } = useText();
  const words = usePlanText();
  const { draft } = usePlanForm();
  const { method } = draft.allocation;
  return (
    <Section name="draws">
      <div className="plan-fields">
        <ChoiceAt
          at="unit"
          label={text.studies.unit}
          options={studyUnits.map((unit) => [unit, text.studies.units[unit]] as const)}
        />
        <ChoiceAt
          at="moment"
          label={text.studies.moment}
          help={words.momentHelp}
          absent="images"
          options={drawMoments.map((moment) => [moment, text.studies.moments[moment]] as const)}
        />
        <ChoiceAt
          at="allocation.method"
          label={text.studies.method}
          options={methods.map((one) => [one, text.studies.methods[one]] as const)}
        />
      </div>
      {method === 'blocks' ? (
        <TextAt
          at="allocation.sizes"
          label={words.sizes}
          help={words.sizesHelp(draft.protocol ? roundOf(draft.protocol) : 2)}
        />
      ) : null}
      {method === 'minimisation' ? <NumberAt at="allocation.probability" label={words.probability} unit="%" /> : null}
      {method === 'blocks' || method === 'minimisation' ? <Factors /> : null}
      {method === 'stepped-wedge' ? <Wedge /> : null}
    </Section>
  );
}

function Factors() {
  const { text } = useText();
  const words = usePlanText();
  const { draft } = usePlanForm();
  return (
    <>
      <ChecksAt
        at="allocation.factors"
        label={text.studies.factors}
        options={draftFactors.map((factor) => [factor, text.studies.factorNames[factor] ?? factor] as const)}
      />
      {draft.allocation.factors.includes('age') ? (
        <TextAt at="allocation.ageFrom" label={words.ageFrom} help={words.ageFromHelp} />
      ) : null}
    </>
  );
}

/** The arm that the sites go over to, and each site's day. */
function Wedge() {
  const words = usePlanText();
  const { draft, shown } = usePlanForm();
  const others = Object.keys(draft.protocol?.arms ?? {}).filter((arm) => arm !== draft.control);
  return (
    <div className="plan-fields">
      <ChoiceAt
        at="allocation.to"
        label={words.wedgeTo}
        blank={words.choose}
        options={others.map((arm) => [arm, arm] as const)}
      />
      {draft.sites.length === 0 ? <Paragraph>{words.wedgeSitesFirst}</Paragraph> : null}
      {draft.sites.map((site) => (
        <DayAt
          key={site}
          at={`allocation.steps.${site}`}
          label={words.wedgeDay(shown.centres.find(({ id }) => id === site)?.name ?? site)}
        />
      ))}
    </div>
  );
}
