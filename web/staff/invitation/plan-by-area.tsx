import type { InvitationPlan } from '#contracts/invitation';
import { unplacedReasons } from '#core/invitation/round-plan';
import { countColumn } from '../components/count-column.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';

type Area = InvitationPlan['counts']['centres'][number];

/** The plan by area, with a column for each reason that somebody is not given a time. */
export function PlanByArea(props: {
  readonly plan: InvitationPlan;
  readonly areas: readonly { readonly centreId: string; readonly name: string }[];
}) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const { centres, unplaced } = props.plan.counts;
  const name = (id: string) => props.areas.find((area) => area.centreId === id)?.name ?? id;
  const count = (key: string, header: string, value: (area: Area) => number) =>
    countColumn(`plan-${key}`, header, value, formatNumber);
  const columns: readonly Column<Area>[] = [
    {
      key: 'plan-area',
      header: words.area,
      cell: (area) => name(area.centreId),
      value: (area) => name(area.centreId),
      rowHeader: true,
    },
    count('due', words.women, (area) => area.due),
    count('placed', words.placed, (area) => area.placed),
    ...unplacedReasons
      .filter((reason) => unplaced[reason])
      .map((reason) => count(reason, words.unplaced[reason], (area) => area.unplaced[reason] ?? 0)),
  ];
  return (
    <DataTable name="plan" caption={words.perArea} columns={columns} rows={centres} rowKey={(area) => area.centreId} />
  );
}
