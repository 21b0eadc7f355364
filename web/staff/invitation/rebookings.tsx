import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { listRebookings, undoRebooking } from '#contracts/units';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

type Rebooking = OutputOf<typeof listRebookings>['rebookings'][number];
type Undone = OutputOf<typeof undoRebooking>;

/** The latest times the programme moved women, and taking one back while it can be: seen first, then done. */
export function Rebookings({ unitId }: { readonly unitId?: string }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.office.rebooking;
  const list = useLoad(listRebookings, unitId ? { unitId } : {});
  const undo = useSend(undoRebooking);
  const toast = useToast();
  const [shown, setShown] = useState<{ readonly rebookingId: string; readonly would: Undone }>();
  const tryOut = ({ rebookingId }: Rebooking) =>
    undo.mutate({ rebookingId, dryRun: true }, { onSuccess: (would) => setShown({ rebookingId, would }) });
  const carryOut = (rebookingId: string) =>
    undo.mutate(
      { rebookingId, dryRun: false },
      {
        onSuccess: ({ restored, kept }) => {
          setShown(undefined);
          toast({ text: words.undoDone(formatNumber(restored), formatNumber(kept)) });
        },
      },
    );
  const columns: readonly Column<Rebooking>[] = [
    {
      key: 'made',
      header: text.common.day,
      cell: (row) => formatDate(row.madeOn, 'short'),
      value: (row) => row.madeOn,
    },
    {
      key: 'what',
      header: words.what,
      rowHeader: true,
      cell: (row) => [words.cause[row.cause], row.reason].filter(Boolean).join(': '),
      value: (row) => [words.cause[row.cause], row.reason].filter(Boolean).join(': '),
    },
    { key: 'place', header: words.place, cell: (row) => row.place, value: (row) => row.place },
    {
      key: 'count',
      header: words.rebooked,
      cell: (row) => words.count(formatNumber(row.rebooked), formatNumber(row.affected)),
      value: (row) => row.rebooked,
    },
    { key: 'by', header: words.by, cell: (row) => row.madeBy, value: (row) => row.madeBy },
    {
      key: 'undo',
      header: words.undo,
      cell: (row) =>
        row.undoneOn ? (
          words.undone(formatDate(row.undoneOn, 'short'))
        ) : row.mayUndo ? (
          <Button
            className="no-print"
            data-size="sm"
            variant="tertiary"
            disabled={undo.isPending}
            aria-label={words.undoFor(words.cause[row.cause], row.place)}
            onClick={() => tryOut(row)}
          >
            {words.undo}
          </Button>
        ) : null,
    },
  ];
  return (
    <section>
      <ErrorBox error={undo.error} />
      {shown ? (
        <UndoResult would={shown.would} busy={undo.isPending} onCarryOut={() => carryOut(shown.rebookingId)} />
      ) : null}
      <Loaded query={list}>
        {(data) => (
          <DataTable
            name="rebookings"
            caption={words.latest}
            columns={columns}
            rows={data.rebookings}
            rowKey={(row) => row.rebookingId}
            empty={words.none}
          />
        )}
      </Loaded>
    </section>
  );
}

function UndoResult(props: { readonly would: Undone; readonly busy: boolean; readonly onCarryOut: () => void }) {
  const { text, formatNumber } = useText();
  const words = text.office.rebooking;
  const { restored, kept, women } = props.would;
  const reasons = [...new Set(women.flatMap((woman) => woman.kept ?? []))].map(
    (reason) => `${formatNumber(women.filter((woman) => woman.kept === reason).length)} ${words.keptBecause[reason]}`,
  );
  return (
    <Alert data-color="info" role="status">
      <Heading level={3} data-size="2xs">
        {words.undoTitle}
      </Heading>
      <Paragraph>{words.undoLead}</Paragraph>
      <Stats label={words.undoTitle}>
        <Stat label={words.restored} value={formatNumber(restored)} />
        <Stat label={words.kept} value={formatNumber(kept)} {...(kept > 0 ? { note: reasons.join(', ') } : {})} />
      </Stats>
      <Button data-size="sm" disabled={props.busy} onClick={props.onCarryOut}>
        {words.undoDo}
      </Button>
    </Alert>
  );
}
