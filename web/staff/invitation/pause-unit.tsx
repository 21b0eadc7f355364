import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { affectedWomen, pauseUnit, resumeUnit } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import type { Calendar } from './units-page.tsx';

/** Shuts the unit or opens it again; lists those who have a time there before anything is done. */
export function PauseUnit({ unit, today }: { readonly unit: Calendar['unit']; readonly today: Day }) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState('');
  const pause = useSend(pauseUnit);
  const resume = useSend(resumeUnit);
  const toast = useToast();
  const doPause = () =>
    pause.mutate(
      { unitId: unit.id, from, reason },
      {
        onSuccess: ({ affected, rebooked, waiting }) =>
          toast({ text: words.cleared(formatNumber(affected), formatNumber(rebooked), formatNumber(waiting)) }),
      },
    );
  const doResume = () =>
    resume.mutate(
      { unitId: unit.id },
      {
        onSuccess: ({ rebooked, waiting }) =>
          toast({ text: words.resumed(formatNumber(rebooked), formatNumber(waiting)) }),
      },
    );
  return (
    <section className="no-print">
      <ErrorBox error={pause.error ?? resume.error} />
      {unit.pausedOn ? (
        <Button data-size="sm" variant="secondary" disabled={resume.isPending} onClick={doResume}>
          {words.resume}
        </Button>
      ) : (
        <Details open={open} onToggle={() => setOpen(!open)}>
          <Details.Summary>{words.pauseUnit}</Details.Summary>
          <Details.Content>
            <Paragraph>{words.pauseUnitLead}</Paragraph>
            <div className="filters">
              <Textfield
                type="date"
                data-size="sm"
                label={words.from}
                value={from}
                min={today}
                onChange={(event) => setFrom((event.currentTarget.value || today) as Day)}
              />
              <Textfield
                data-size="sm"
                label={text.common.reason}
                value={reason}
                maxLength={200}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button
                data-size="sm"
                variant="secondary"
                disabled={pause.isPending || reason.trim().length < 2}
                onClick={doPause}
              >
                {words.pause}
              </Button>
            </div>
            {open ? <Affected unitId={unit.id} from={from} /> : null}
          </Details.Content>
        </Details>
      )}
    </section>
  );
}

function Affected({ unitId, from }: { readonly unitId: string; readonly from: Day }) {
  const { text, formatDate, formatTime } = useText();
  const women = useLoad(affectedWomen, { unitId, from }, { keep: true }).data?.women ?? [];
  const columns: readonly Column<(typeof women)[number]>[] = [
    {
      key: 'woman',
      header: text.common.name,
      cell: (row) => <PageLink to={`/appointments/${row.personId}`}>{row.name}</PageLink>,
      rowHeader: true,
    },
    { key: 'her-day', header: text.common.day, cell: (row) => formatDate(row.day, 'short') },
    { key: 'her-time', header: text.common.time, cell: (row) => formatTime(row.at) },
  ];
  return (
    <DataTable
      caption={text.invitation.affectedTitle}
      columns={columns}
      rows={women}
      rowKey={(row) => row.appointmentId}
    />
  );
}
