import { Details } from '@digdir/designsystemet-react';
import { useText } from '../text.tsx';
import { countWords, type IndicatorDetail, periodWords, targetWords } from './figure-words.ts';

/** Everything a figure can be traced by: definition, what is left out, conditions, counts, sources, data cut, version. */
export function TracePart({ data }: { readonly data: IndicatorDetail }) {
  const tools = useText();
  const { text, written, formatDate } = tools;
  const words = text.quality;
  const { indicator, snapshot, set } = data;
  const shown = data.own ?? data.whole;
  return (
    <Details variant="tinted">
      <Details.Summary>{words.trace}</Details.Summary>
      <Details.Content>
        <dl className="trace">
          <dt>{words.definition}</dt>
          <dd>{indicator.definition[written]}</dd>
          {indicator.exclusions ? (
            <>
              <dt>{words.exclusions}</dt>
              <dd>{indicator.exclusions[written]}</dd>
            </>
          ) : null}
          {shown ? (
            <>
              <dt>{words.counts}</dt>
              <dd>
                {countWords(tools, indicator, shown)} (
                {periodWords(tools, data.periodYears, {
                  dataCut: snapshot?.dataCut,
                  followUpMonths: indicator.followUpMonths,
                })}
                )
              </dd>
            </>
          ) : null}
          {indicator.numerator ? (
            <>
              <dt>{indicator.interval === 'ranks' ? words.ofField : words.counted}</dt>
              <dd>
                <code>{indicator.numerator}</code>
              </dd>
              <dt>{words.among}</dt>
              <dd>
                <code>{indicator.denominator}</code>
              </dd>
            </>
          ) : null}
          <dt>{words.source}</dt>
          <dd lang="en">{indicator.source}</dd>
          <dt>{words.target}</dt>
          <dd>{targetWords(tools, indicator).join(', ') || words.noTarget}</dd>
          {indicator.targets && indicator.targets.source !== indicator.source ? (
            <>
              <dt>{words.targetSource}</dt>
              <dd lang="en">{indicator.targets.source}</dd>
            </>
          ) : null}
          {indicator.interval ? (
            <>
              <dt>{words.method}</dt>
              <dd>{words.methods[indicator.interval]}</dd>
            </>
          ) : null}
          <dt>{words.dataCut}</dt>
          <dd>{snapshot ? formatDate(snapshot.dataCut) : '–'}</dd>
          <dt>{words.snapshot}</dt>
          <dd>{snapshot?.id ?? '–'}</dd>
          <dt>{words.version}</dt>
          <dd>
            {snapshot?.codeVersion} · {set.id} {set.version}
          </dd>
        </dl>
      </Details.Content>
    </Details>
  );
}
