import type { ShownStudy } from '#contracts/studies';
import { Details, Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { formLanguages } from '#core/studies/consent';
import { factorName, factorsOf } from '#core/studies/stratum';
import { armsOf } from '#core/studies/study';
import { useText } from '../text.tsx';

/** The plan in words: arms, draws, who may take part, consent forms, analysis. */
export function Design({ plan }: { readonly plan: ShownStudy['plan'] }) {
  const { text, written, formatDate, formatNumber, formatPercent } = useText();
  const words = text.studies;
  const { allocation, consent, analysis } = plan;
  const method =
    allocation.method === 'blocks'
      ? `${words.methods.blocks} (${allocation.sizes.join(', ')})`
      : allocation.method === 'minimisation'
        ? `${words.methods.minimisation} (${formatPercent(allocation.probability, 0)})`
        : words.methods[allocation.method];
  const factors = factorsOf(allocation).map((factor) => words.factorNames[factorName(factor)]);
  const lines = [
    words.analysisWords(
      words.primaries[analysis.primary],
      words.hypotheses[analysis.hypothesis],
      formatNumber(analysis.alpha, 3),
      formatPercent(analysis.power, 0),
    ),
    ...(analysis.margin === undefined ? [] : [words.margin(formatNumber(analysis.margin * 1000, 2))]),
    words.looks(analysis.looks.map((share) => formatPercent(share, 0)).join(', ')),
  ];
  return (
    <section aria-labelledby="plan" className="stack">
      <Heading level={2} data-size="xs" id="plan">
        {words.plan}
      </Heading>
      <dl className="study-facts">
        <Fact name={words.arms}>
          <ul>
            {armsOf(plan).map(({ arm, weight }) => (
              <li key={arm}>
                {plan.armNames[arm]?.[written] ?? arm} ({words.ratio(weight)})
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={words.unit}>{words.units[plan.unit]}</Fact>
        <Fact name={words.moment}>{words.moments[plan.moment ?? 'images']}</Fact>
        <Fact name={words.method}>{method}</Fact>
        {factors.length > 0 ? <Fact name={words.factors}>{factors.join(', ')}</Fact> : null}
        <Fact name={words.eligibility}>
          <ul>
            {plan.eligibility.criteria.map((one) => (
              <li key={one.id}>{one.words[written]}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={words.analysis}>{lines.join(' ')}</Fact>
        <Fact name={words.board}>{words.boards[plan.board ?? 'by-arm']}</Fact>
        <Fact name={words.consentForms}>
          {words.consentDesigns[consent.design]} {words.tellArm[plan.tellArm]}
        </Fact>
      </dl>
      {consent.forms.map((form) => (
        <Details key={form.version}>
          <Details.Summary>
            {words.consentForms}: {words.formFrom(form.version, formatDate(form.from))}
          </Details.Summary>
          <Details.Content className="stack">
            {formLanguages.map((language) => {
              const shown = form.texts[language];
              return shown ? (
                <article key={language} lang={language}>
                  <strong>
                    {shown.title} ({words.formLanguages[language]})
                  </strong>
                  {shown.body.split('\n\n').map((part) => (
                    <p key={part}>{part}</p>
                  ))}
                </article>
              ) : null;
            })}
          </Details.Content>
        </Details>
      ))}
    </section>
  );
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
