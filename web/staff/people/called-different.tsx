import { Button } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { recordsCalledDifferent, undoRecordsDifferent } from '#contracts/people';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';
import { pairColumns } from './pair-columns.tsx';

type Pair = OutputOf<typeof recordsCalledDifferent>['pairs'][number];

/** The pairs that somebody has called two women, latest first, and taking that back. */
export function CalledDifferent() {
  const tools = useText();
  const { text, formatDate } = tools;
  const words = text.people.duplicates;
  const list = useLoad(recordsCalledDifferent, {});
  const undo = useUndo(undoRecordsDifferent, () => words.undone);
  const columns: readonly Column<Pair>[] = [
    ...pairColumns(tools),
    {
      key: 'decidedOn',
      header: words.decidedOn,
      cell: (row) => formatDate(row.decidedOn, 'short'),
      value: (row) => row.decidedOn,
    },
    { key: 'by', header: words.decidedBy, cell: (row) => row.by, value: (row) => row.by },
    {
      key: 'undo',
      header: text.common.undo,
      cell: ({ personId, otherId, name, identityNumber, otherNumber }) => (
        <Button
          className="no-print"
          variant="tertiary"
          data-size="sm"
          aria-label={words.undoTwo(name, identityNumber, otherNumber)}
          onClick={() => undo({ personId, otherId })}
        >
          {text.common.undo}
        </Button>
      ),
    },
  ];
  return (
    <section>
      <Loaded query={list}>
        {({ pairs, more }) => (
          <DataTable
            name="decided"
            caption={words.decided}
            columns={columns}
            rows={pairs}
            rowKey={(row) => `${row.personId} ${row.otherId}`}
            empty={words.decidedNone}
            csv={false}
            {...(more ? { note: words.decidedMore } : {})}
          />
        )}
      </Loaded>
    </section>
  );
}
