import { z } from 'zod';
import type { ReplayAnswer } from '#contracts/replay';
import { figureIds } from '#core/replay/figures';
import { groupings } from '#core/replay/groups';
import { useAddress } from '../address.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { figureOf, figureWords, titleOf } from './replay-words.ts';

const address = z.object({ by: z.enum(groupings).default('centre'), of: z.enum(figureIds).default('recalls') });

/** One measure by centre, unit, age, round or year: a row a group, a column a protocol. */
export function BreakdownPart({ answer }: { readonly answer: ReplayAnswer }) {
  const tools = useText();
  const words = tools.text.replay;
  const [{ by, of }, setAddress] = useAddress(address);
  const groups = (answer.arms[0]?.groups ?? []).filter((group) => group.by === by);
  const rows = groups.map(({ group, name }) => ({
    group,
    name: by === 'round' ? words.rounds[group === 'first' ? 'first' : 'later'] : name,
    figures: answer.arms.map((arm) =>
      figureOf(arm.groups.find((one) => one.by === by && one.group === group)?.figures ?? [], of),
    ),
  }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { key: 'group', header: words.groupings[by], rowHeader: true, value: (row) => row.name, cell: (row) => row.name },
    ...answer.arms.map(
      (arm, i): Column<Row> => ({
        key: `arm${i}`,
        header: titleOf(tools, arm),
        align: 'end',
        value: (row) => row.figures[i]?.value ?? null,
        cell: (row) => <span className="replay-cell">{figureWords(tools, row.figures[i])}</span>,
      }),
    ),
  ];
  return (
    <section>
      <div className="filters no-print">
        <Choice label={words.by} value={by} onChange={(to) => setAddress({ by: to as typeof by })}>
          {groupings.map((id) => (
            <option key={id} value={id}>
              {words.groupings[id]}
            </option>
          ))}
        </Choice>
        <Choice label={words.measure} value={of} onChange={(to) => setAddress({ of: to as typeof of })}>
          {figureIds.map((id) => (
            <option key={id} value={id}>
              {words.figures[id]}
            </option>
          ))}
        </Choice>
      </div>
      <DataTable
        caption={`${words.breakdown}: ${words.figures[of]}`}
        name="groups"
        csv={`replay-${by}-${of}`}
        print
        columns={columns}
        rows={rows}
        rowKey={(row) => row.group}
      />
    </section>
  );
}
