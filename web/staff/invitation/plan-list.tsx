import type { OutputOf } from '#contracts/endpoint';
import { listPlans } from '#contracts/invitation';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof listPlans>['plans'][number];

/** The latest planning runs: when, by whom, dry or carried out, how many. */
export function PlanList() {
  const { text, formatDate, formatNumber } = useText();
  const words = text.invitation;
  const plans = useLoad(listPlans, {});
  const columns: readonly Column<Row>[] = [
    {
      key: 'made',
      header: words.madeOn,
      value: (plan) => plan.madeOn,
      cell: (plan) => formatDate(plan.madeOn, 'short'),
      rowHeader: true,
    },
    {
      key: 'kind',
      header: text.common.status,
      value: (plan) => words.planState[plan.state],
      cell: (plan) => (
        <StatusTag tone={plan.state === 'carried-out' ? 'success' : 'neutral'}>{words.planState[plan.state]}</StatusTag>
      ),
    },
    { key: 'area-of-plan', header: words.area, cell: (plan) => plan.area ?? words.allAreas },
    {
      key: 'period',
      header: words.period,
      cell: (plan) => `${formatDate(plan.from, 'short')} – ${formatDate(plan.to, 'short')}`,
    },
    {
      key: 'women',
      header: words.women,
      value: (plan) => plan.due,
      cell: (plan) => formatNumber(plan.due),
      align: 'end',
    },
    {
      key: 'given',
      header: words.placed,
      value: (plan) => plan.placed,
      cell: (plan) => formatNumber(plan.placed),
      align: 'end',
    },
    { key: 'by', header: words.madeBy, cell: (plan) => (plan.madeBy === 'system' ? words.system : plan.madeBy) },
  ];
  return (
    <Loaded query={plans}>
      {(data) => (
        <DataTable
          name="plans"
          caption={words.plans}
          columns={columns}
          rows={data.plans}
          rowKey={(plan) => plan.planId}
        />
      )}
    </Loaded>
  );
}
