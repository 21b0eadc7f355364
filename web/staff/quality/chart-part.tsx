import { Button, Details, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useRef } from 'react';
import { svgFile, svgSheet } from '#web/charts/svg-file';
import { saveFile } from '../components/save-file.ts';
import { useText } from '../text.tsx';

/** A part of the page about one finding: the finding as its heading, the chart, how to read it, and the numbers behind it. */
export function ChartPart(props: {
  readonly finding: string;
  /** Name of the files without ending. */
  readonly file: string;
  readonly chart: ReactNode;
  readonly how?: ReactNode;
  readonly table: ReactNode;
}) {
  const { text } = useText();
  const figure = useRef<HTMLElement>(null);
  /** The chart as it is, or little ones of one scale in one sheet. */
  const download = () => {
    const charts = [...(figure.current?.querySelectorAll<SVGSVGElement>('svg') ?? [])];
    const [chart] = charts;
    if (!chart) return;
    const named = charts.map((svg) => ({ name: svg.previousElementSibling?.textContent ?? '', svg }));
    saveFile(`${props.file}.svg`, charts.length > 1 ? svgSheet(props.finding, named) : svgFile(chart));
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
        <Button variant="tertiary" data-size="sm" onClick={download}>
          {text.quality.svg}
        </Button>
      </div>
      <Details>
        <Details.Summary>{text.quality.asTable}</Details.Summary>
        <Details.Content>{props.table}</Details.Content>
      </Details>
    </section>
  );
}
