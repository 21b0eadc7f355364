import { Button, Details, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useRef } from 'react';
import { svgFile } from '#web/charts/svg-file';
import { saveFile } from '../components/save-file.ts';
import { useText } from '../text.tsx';

/** A part of the page about one finding: the finding as its heading, the chart, how to read it, and the numbers behind it. */
export function ChartPart(props: {
  readonly finding: string;
  /** Name of the files without ending. */
  readonly file: string;
  readonly chart: ReactNode;
  readonly how?: ReactNode;
  /** The chart is one SVG and can be fetched as a file. */
  readonly svg?: boolean;
  readonly table: ReactNode;
}) {
  const { text } = useText();
  const figure = useRef<HTMLElement>(null);
  const download = () => {
    const chart = figure.current?.querySelector('svg');
    if (chart) saveFile(`${props.file}.svg`, svgFile(chart));
  };
  return (
    <section className="chart-part">
      <Heading level={2} data-size="xs">
        {props.finding}
      </Heading>
      <figure className="chart-figure" ref={figure}>
        {props.chart}
      </figure>
      {props.how ? <p className="table-note">{props.how}</p> : null}
      <div className="chart-actions no-print">
        {props.svg === false ? null : (
          <Button variant="tertiary" data-size="sm" onClick={download}>
            {text.quality.svg}
          </Button>
        )}
      </div>
      <Details>
        <Details.Summary>{text.quality.asTable}</Details.Summary>
        <Details.Content>{props.table}</Details.Content>
      </Details>
    </section>
  );
}
