import { Field, Heading, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ReplayAnswer, ReplayCurve } from '#contracts/replay';
import { namingOf, refInWords } from '#core/protocols/words';
import { ThresholdCurve } from '#web/charts/threshold-curve.tsx';
import { DataTable } from '../components/data-table.tsx';
import { ChartPart } from '../quality/chart-part.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { type TextTools, useText } from '../text.tsx';
import { countWords, titleOf } from './replay-words.ts';

/** Every threshold of a protocol's score, with a slider that asks nobody. */
export function CurvePart({ answer }: { readonly answer: ReplayAnswer }) {
  const tools = useText();
  const words = tools.text.replay;
  const all = answer.arms.flatMap((arm) =>
    arm.curves.map((curve) => {
      const value = refInWords(curve.ref, namingOf(arm.protocol, arm.arm, tools.text.protocolWords));
      const limit = tools.formatNumber(curve.limit, decimals(curve.limit));
      return {
        key: `${arm.id} ${curve.ref} ${curve.limit}`,
        label: words.curveOption(titleOf(tools, arm), value, limit),
        value,
        curve,
      };
    }),
  );
  const [key, setKey] = useState('');
  const chosen = all.find((one) => one.key === key) ?? all[0];
  if (!chosen) return null;
  return (
    <section>
      <Heading level={2} data-size="xs">
        {words.curve}
      </Heading>
      <Paragraph>{words.curveLead}</Paragraph>
      <div className="filters no-print">
        <Choice label={words.curveOf} value={chosen.key} onChange={setKey}>
          {all.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </Choice>
      </div>
      <OneCurve key={chosen.key} curve={chosen.curve} value={chosen.value} label={chosen.label} />
    </section>
  );
}

function OneCurve(props: { readonly curve: ReplayCurve; readonly value: string; readonly label: string }) {
  const { curve, label } = props;
  const tools = useText();
  const words = tools.text.replay;
  // Where it stands now: the lowest threshold that is not below the protocol's own.
  const own = curve.points.findLastIndex((point) => point.threshold === null || point.threshold >= curve.limit);
  const [at, setAt] = useState(Math.max(0, own));
  const point = curve.points[at] ?? curve.points[0];
  if (!point) return null;
  const n = curve.examinations;
  const share = (value: number, of: number) => (of === 0 ? 0 : value / of);
  const spoken = sentence(tools, curve, point, props.value);
  const selected = tools.formatPercent(share(point.selected, n));
  return (
    <ChartPart
      finding={label}
      file="replay-thresholds"
      how={
        <span className="replay-slider">
          <Field className="no-print">
            <Label>{words.slider}</Label>
            <input
              type="range"
              min={0}
              max={curve.points.length - 1}
              value={at}
              aria-valuetext={selected}
              onChange={(event) => setAt(Number(event.target.value))}
            />
          </Field>
          <output>{spoken}</output>
        </span>
      }
      chart={
        <ThresholdCurve
          title={label}
          at={at}
          describe={spoken}
          xLabel={words.selectedShare}
          format={(value) => tools.formatPercent(value, 0)}
          x={curve.points.map((p) => share(p.selected, n))}
          lines={[
            { key: 'reads', label: words.curveLines.reads, y: curve.points.map((p) => share(p.reads, 2 * n)) },
            {
              key: 'sdc',
              label: words.curveLines.sdc,
              y: curve.points.map((p) => share(p.sdcKept, curve.screenDetected)),
            },
            {
              key: 'interval',
              label: words.curveLines.interval,
              y: curve.points.map((p) => share(p.intervalSelected, curve.interval)),
            },
          ]}
        />
      }
      table={<CurveTable curve={curve} label={label} />}
    />
  );
}

type Point = ReplayCurve['points'][number];

function sentence(tools: TextTools, curve: ReplayCurve, point: Point, value: string): string {
  const { formatNumber, formatPercent, text } = tools;
  const n = Math.max(1, curve.examinations);
  const of = (count: number, all: number) => text.replay.ofCount(countWords(tools, count), formatNumber(all));
  return text.replay.curveAt({
    threshold: thresholdWords(tools, value, point),
    selected: formatPercent(point.selected / n),
    reads: formatNumber(point.reads / n, 2),
    consensus: formatPercent(point.consensus / n),
    recalls: formatPercent(point.recalls / n),
    sdc: of(point.sdcKept, curve.screenDetected),
    interval: of(point.intervalSelected, curve.interval),
  });
}

function thresholdWords({ text, formatNumber }: TextTools, value: string, { threshold }: Point): string {
  return threshold === null ? text.replay.nothingSelected : text.replay.threshold(value, formatNumber(threshold, 2));
}

function CurveTable({ curve, label }: { readonly curve: ReplayCurve; readonly label: string }) {
  const tools = useText();
  const { formatNumber, formatPercent, text } = tools;
  const words = text.replay;
  const n = Math.max(1, curve.examinations);
  const number = (key: Exclude<keyof Point, 'threshold'>, header: string) => ({
    key,
    header,
    align: 'end' as const,
    value: (point: Point) => point[key],
    cell: (point: Point) => countWords(tools, point[key]),
  });
  return (
    <DataTable
      caption={label}
      name="curve"
      csv="replay-thresholds"
      rows={curve.points}
      rowKey={(point) => String(point.selected)}
      columns={[
        {
          key: 'threshold',
          header: words.curveOf,
          rowHeader: true,
          value: (point) => point.threshold,
          cell: (point) => (point.threshold === null ? '–' : formatNumber(point.threshold, 2)),
        },
        {
          key: 'selected',
          header: words.selectedShare,
          align: 'end',
          value: (point) => point.selected / n,
          cell: (point) => formatPercent(point.selected / n),
        },
        number('reads', words.short.reads),
        number('consensus', words.short.consensus),
        number('recalls', words.short.recalls),
        number('sdcKept', words.short.sdcKept),
        number('intervalSelected', words.short.intervalSelected),
      ]}
    />
  );
}

function decimals(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}
