import type { ReactNode } from 'react';
import type { ReplayAnswer, ReplayArmView, ReplayResult } from '#contracts/replay';
import type { CaseKind } from '#core/replay/case-kinds';
import type { FigureId } from '#core/replay/figures';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import { countWords, figureOf, intervalWords, titleOf, valueWords } from './replay-words.ts';

const shown: readonly (readonly [FigureId, CaseKind | undefined])[] = [
  ['consensus', 'consensus'],
  ['recalls', 'recalled'],
  ['sdcKept', 'sdcKept'],
  ['sdcMissed', 'sdcMissed'],
  ['intervalSelected', 'intervalSelected'],
  ['ppv', undefined],
];

/** One row a protocol: work, recalls and cancers. Numbers lead to the women behind them for those who may see them. */
export function SideBySide(props: {
  readonly answer: ReplayAnswer;
  readonly result: ReplayResult;
  /** The run's id, for those who may open cases. */
  readonly cases: string | undefined;
}) {
  const tools = useText();
  const { text, formatNumber, formatPercent } = tools;
  const words = text.replay;
  const { answer, result } = props;
  const base = figureOf(answer.arms[0]?.figures ?? [], 'reads')?.count ?? 0;
  const reads = (arm: ReplayArmView) => figureOf(arm.figures, 'reads');
  const hours = (minutes: number) => formatNumber(minutes / 60);
  const columns: Column<ReplayArmView>[] = [
    {
      key: 'protocol',
      header: words.protocol,
      rowHeader: true,
      value: (arm) => titleOf(tools, arm),
      cell: (arm) => titleOf(tools, arm),
    },
    {
      key: 'reads',
      header: words.short.reads,
      align: 'end',
      value: (arm) => reads(arm)?.count ?? null,
      cell: (arm) => (
        <Two first={valueWords(tools, 'reads', reads(arm)?.value)} then={formatNumber(reads(arm)?.count ?? 0)} />
      ),
    },
    {
      key: 'saved',
      header: words.saved,
      align: 'end',
      value: (arm) => (base === 0 ? null : 1 - (reads(arm)?.count ?? 0) / base),
      cell: (arm) => (base === 0 ? '–' : formatPercent(1 - (reads(arm)?.count ?? 0) / base)),
    },
    ...shown.map(
      ([id, kind]): Column<ReplayArmView> => ({
        key: id,
        header: words.short[id],
        align: 'end',
        value: (arm) => figureOf(arm.figures, id)?.count ?? null,
        cell: (arm) => {
          const figure = figureOf(arm.figures, id);
          const [of, counted] = [figure?.of ?? 0, countWords(tools, figure?.count ?? 0)];
          // How many examinations there are is said once, over the table.
          const count = of === answer.examinations ? counted : words.ofCount(counted, countWords(tools, of));
          const search = { arm: arm.id, kind, product: answer.product };
          const linked =
            props.cases && kind ? (
              <PageLink to={`/replay/${props.cases}/cases`} search={search}>
                {count}
              </PageLink>
            ) : (
              count
            );
          return <Two first={valueWords(tools, id, figure?.value)} then={intervalWords(tools, figure)} last={linked} />;
        },
      }),
    ),
    {
      key: 'hours',
      header: words.hours,
      align: 'end',
      value: (arm) => Math.round(arm.effort.minutes.mid / 60),
      cell: ({ effort: { minutes } }) => (
        <Two first={hours(minutes.mid)} then={words.hoursRange(hours(minutes.low), hours(minutes.high))} />
      ),
    },
    {
      key: 'cost',
      header: words.cost(result.currency),
      align: 'end',
      value: (arm) => Math.round(arm.effort.cost.mid),
      cell: (arm) => formatNumber(Math.round(arm.effort.cost.mid / 1000) * 1000),
    },
  ];
  return (
    <section className="dense-table">
      <DataTable
        caption={words.table}
        note={`${words.tableNote} ${words.costNote(result.effortSource[tools.written])}`}
        columns={columns}
        rows={answer.arms}
        rowKey={(arm) => arm.id}
        name="arms"
        csv="replay"
        print
      />
    </section>
  );
}

/** A value with what stands under it: the interval, and the counts. */
function Two(props: { readonly first: string; readonly then: string; readonly last?: ReactNode }) {
  return (
    <span className="replay-cell">
      {props.first}
      <span className="table-note">{props.then}</span>
      {props.last ? <span className="table-note">{props.last}</span> : null}
    </span>
  );
}
