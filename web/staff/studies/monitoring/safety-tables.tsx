import type { BoardReport } from '#contracts/study-safety';
import { safetyMeasures, stages } from '#core/studies/safety';
import { DataTable } from '../../components/data-table.tsx';
import { type TextTools, useText } from '../../text.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Arm = BoardReport['arms'][number];
type Line = { readonly key: string; readonly words: string; readonly of: (arm: Arm) => string };

/** Counts by arm, and the cancers by size. */
export function ArmTables({ view }: { readonly view: BoardReport }) {
  const tools = useText();
  const words = useMonitoringText();
  const whole = (value: number) => tools.formatNumber(value);
  const lines: readonly Line[] = [
    { key: 'allocated', words: words.allocatedCount, of: (arm) => whole(arm.allocated) },
    { key: 'examinations', words: words.examinations, of: (arm) => whole(arm.examinations) },
    {
      key: 'readsPer',
      words: words.readsPer,
      of: (arm) => (arm.examinations === 0 ? '–' : tools.formatNumber(arm.reads / arm.examinations, 3)),
    },
    { key: 'followed', words: words.followed, of: (arm) => whole(arm.followed) },
    ...safetyMeasures.map((measure) => ({
      key: measure,
      words: `${words.measures[measure]} (${words.perThousand})`,
      of: (arm: Arm) => rateWords(tools, arm.counts[measure]),
    })),
  ];
  const bySize = (which: 'screenDetected' | 'interval'): readonly Line[] =>
    [...stages, 'nodePositive' as const].map((stage) => ({
      key: stage,
      words: words.stages[stage],
      of: (arm) => whole(arm[which][stage] ?? 0),
    }));
  return (
    <>
      <ByArm view={view} name="arms" caption={words.perArm} first={words.measure} lines={lines} />
      <ByArm
        view={view}
        name="sdc"
        caption={`${words.measures['screen-detected']}: ${words.stageCaption.toLowerCase()}`}
        first={words.stageCaption}
        lines={bySize('screenDetected')}
      />
      <ByArm
        view={view}
        name="ic"
        caption={`${words.measures.interval}: ${words.stageCaption.toLowerCase()}`}
        first={words.stageCaption}
        lines={bySize('interval')}
      />
    </>
  );
}

function ByArm(props: {
  readonly view: BoardReport;
  readonly name: string;
  readonly caption: string;
  readonly first: string;
  readonly lines: readonly Line[];
}) {
  const { written } = useText();
  const words = useMonitoringText();
  return (
    <DataTable
      caption={props.caption}
      name={props.name}
      rows={props.lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: props.first, rowHeader: true, cell: (line) => line.words },
        ...props.view.arms.map((arm) => ({
          key: arm.arm,
          header: `${props.view.armNames[arm.arm]?.[written] ?? arm.arm}${arm.control ? ` (${words.control})` : ''}`,
          align: 'end' as const,
          cell: (line: Line) => line.of(arm),
        })),
      ]}
    />
  );
}

/** Each arm against control: difference and ratio with their intervals. */
export function ComparisonTable({ view }: { readonly view: BoardReport }) {
  const tools = useText();
  const { written } = tools;
  const words = useMonitoringText();
  return (
    <DataTable
      caption={words.comparisons}
      name="compared"
      rows={view.comparisons}
      rowKey={({ arm, measure }) => `${arm} ${measure}`}
      columns={[
        { key: 'measure', header: words.measure, rowHeader: true, cell: (row) => words.measures[row.measure] },
        { key: 'arm', header: words.arm, cell: (row) => view.armNames[row.arm]?.[written] ?? row.arm },
        {
          key: 'difference',
          header: words.difference,
          align: 'end',
          cell: (row) => limitWords(tools, row.difference, 1000),
        },
        { key: 'ratio', header: words.ratio, align: 'end', cell: (row) => limitWords(tools, row.ratio, 1) },
      ]}
    />
  );
}

function rateWords({ formatNumber }: TextTools, count: { events: number; total: number } | undefined): string {
  if (!count || count.total === 0) return '–';
  return `${formatNumber(count.events)} / ${formatNumber(count.total)} (${formatNumber((1000 * count.events) / count.total, 1)})`;
}

type Limits = { readonly value: number; readonly lower: number; readonly upper: number } | null;
function limitWords({ formatNumber }: TextTools, limits: Limits, times: number): string {
  if (!limits) return '–';
  const write = (value: number) => formatNumber(times * value, 2);
  return `${write(limits.value)} (${write(limits.lower)} – ${write(limits.upper)})`;
}
