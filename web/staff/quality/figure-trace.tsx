import { Details } from '@digdir/designsystemet-react';
import { useText } from '../text.tsx';
import type { FigureIndicator, Figures } from './figures-page.tsx';
import { useIndicatorWords } from './indicator-words.ts';

/** Everything a figure can be traced by: definition, conditions, source, interval, data cut, code version. */
export function FigureTrace(props: { readonly data: Figures; readonly indicator: FigureIndicator }) {
  const { data, indicator } = props;
  const { text, formatDate } = useText();
  const words = useIndicatorWords();
  const snapshot = data.snapshot;
  return (
    <Details variant="tinted">
      <Details.Summary>{text.quality.trace}</Details.Summary>
      <Details.Content>
        <dl className="trace">
          <dt>{text.quality.definition}</dt>
          <dd>{words(indicator.definition)}</dd>
          <dt>{text.quality.counted}</dt>
          <dd>
            <code>{indicator.numerator}</code> {text.quality.among} <code>{indicator.denominator}</code>
          </dd>
          <dt>{text.quality.source}</dt>
          <dd>{indicator.source}</dd>
          <dt>{text.quality.method}</dt>
          <dd>{text.quality.methods[indicator.interval === 'wilson' ? 'wilson' : 'exact']}</dd>
          <dt>{text.quality.dataCut}</dt>
          <dd>{snapshot ? formatDate(snapshot.dataCut) : '–'}</dd>
          <dt>{text.quality.snapshot}</dt>
          <dd>{snapshot?.id}</dd>
          <dt>{text.quality.version}</dt>
          <dd>
            {snapshot?.codeVersion} · {data.set.id} {data.set.version}
          </dd>
        </dl>
      </Details.Content>
    </Details>
  );
}
