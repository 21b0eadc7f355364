import type { ReplayChoices } from '#contracts/replay';
import { DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';

/** Replays that have been asked for, the latest first. */
export function RunList({ choices }: { readonly choices: ReplayChoices }) {
  const { text, written, formatDate } = useText();
  const words = text.replay;
  const titleOf = (id: string) => choices.arms.find((arm) => arm.id === id)?.title[written] ?? id;
  const titles = (arms: readonly string[]) => arms.map(titleOf).join(' · ');
  return (
    <DataTable
      caption={words.runs}
      rows={choices.runs}
      rowKey={(run) => run.id}
      empty={words.noRuns}
      columns={[
        {
          key: 'arms',
          header: words.runArms,
          rowHeader: true,
          value: (run) => titles(run.asked.arms),
          cell: (run) => <PageLink to={`/replay/${run.id}`}>{titles(run.asked.arms)}</PageLink>,
        },
        {
          key: 'cut',
          header: words.snapshot,
          value: (run) => run.dataCut,
          cell: (run) => formatDate(run.dataCut, 'short'),
        },
        { key: 'product', header: words.product, value: (run) => run.asked.product, cell: (run) => run.asked.product },
        { key: 'by', header: words.runBy, value: (run) => run.askedBy, cell: (run) => run.askedBy },
        {
          key: 'at',
          header: words.runAt,
          value: (run) => run.askedOn,
          cell: (run) => formatDate(run.askedOn, 'short'),
        },
        {
          key: 'state',
          header: words.runState,
          value: (run) => words.states[run.state],
          cell: (run) => words.states[run.state],
        },
      ]}
    />
  );
}
