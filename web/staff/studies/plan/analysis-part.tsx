import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { type SizeQuestion, sizeNeeded } from '#core/studies/size-needed';
import { armsOf } from '#core/studies/study';
import { useText } from '../../text.tsx';
import { ChoiceAt, NumberAt, TextAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { rateUnit } from './place-of.ts';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

const primaries = ['screen-detected', 'interval', 'recall', 'consensus', 'reads'] as const;

/** The primary analysis, and how many women it needs beside how many are planned. */
export function AnalysisPart() {
  const { text, formatPercent } = useText();
  const words = usePlanText();
  const { draft } = usePlanForm();
  const { primary, hypothesis, expected, margin } = draft.analysis;
  const unit = words.units[rateUnit(primary)];
  const share = expected !== null && expected > 0 && margin !== null ? formatPercent(margin / expected, 0) : null;
  return (
    <Section name="analysis">
      <div className="plan-fields">
        <ChoiceAt
          at="analysis.primary"
          label={words.primary}
          options={primaries.map((one) => [one, text.studies.primaries[one]] as const)}
        />
        <ChoiceAt
          at="analysis.hypothesis"
          label={words.hypothesis}
          options={(['non-inferiority', 'superiority'] as const).map(
            (one) => [one, text.studies.hypotheses[one]] as const,
          )}
        />
        <NumberAt at="analysis.expected" label={words.expected} unit={unit} />
        {hypothesis === 'non-inferiority' ? (
          <NumberAt
            at="analysis.margin"
            label={words.margin}
            unit={unit}
            {...(share ? { help: words.marginAgainst(share) } : {})}
          />
        ) : null}
        <NumberAt at="analysis.alpha" label={words.alpha} unit="%" />
        <NumberAt at="analysis.power" label={words.power} unit="%" />
        <TextAt at="analysis.looks" label={words.looks} help={words.looksHelp} />
        <ChoiceAt
          at="analysis.spending"
          label={words.spending}
          options={(['obrien-fleming', 'pocock'] as const).map((one) => [one, words.spendings[one]] as const)}
        />
      </div>
      <Size />
    </Section>
  );
}

function Size() {
  const { formatNumber, formatPercent } = useText();
  const words = usePlanText();
  const { draft } = usePlanForm();
  const asked = questionOf(draft);
  const answer = asked && sizeNeeded(asked);
  const unit = rateUnit(draft.analysis.primary);
  const rate = (value: number) => `${formatNumber(value * (unit === 'per-1000' ? 1000 : 100), 2)} ${words.units[unit]}`;
  const planned = formatNumber(draft.recruitment.total ?? 0);
  return (
    <div className="plan-size" role="status">
      <Heading level={3} data-size="2xs">
        {words.size}
      </Heading>
      {!answer || !asked ? <Paragraph>{words.sizeUnknown}</Paragraph> : null}
      {asked && answer?.kind === 'needed' ? (
        <Paragraph>
          {words.sizeNeeded(formatNumber(answer.needed), planned, formatPercent(answer.power, 0))}{' '}
          {answer.needed > asked.total ? (
            <strong>{words.sizeShort(formatNumber(answer.needed - asked.total))}</strong>
          ) : null}
        </Paragraph>
      ) : null}
      {answer?.kind === 'detects' ? <Paragraph>{words.sizeDetects(planned, rate(answer.rate))}</Paragraph> : null}
      <Paragraph data-size="sm">
        {words.sizeNote} {draft.unit === 'day' || draft.unit === 'site' ? words.sizeClustered : null}
      </Paragraph>
    </div>
  );
}

/** null while something that it follows from is missing or out of bounds. */
function questionOf({
  protocol,
  control,
  analysis,
  recruitment,
}: ReturnType<typeof usePlanForm>['draft']): SizeQuestion | null {
  const { primary, hypothesis, expected, margin, alpha, power } = analysis;
  const { total } = recruitment;
  const arms = protocol ? armsOf({ protocol }) : [];
  const base = arms.find(({ arm }) => arm === control);
  const other = arms.find(({ arm }) => arm !== control);
  const share = (value: number | null): value is number => value !== null && value > 0 && value < 1;
  if (!base || !other || arms.length > 2 || !share(expected) || !share(alpha) || !share(power) || !total || total < 1)
    return null;
  if (hypothesis === 'non-inferiority' && (!share(margin) || margin >= 1 - expected)) return null;
  const ratio = other.weight / base.weight;
  return { primary, hypothesis, expected, alpha, power, total, ratio, margin: margin ?? undefined };
}
