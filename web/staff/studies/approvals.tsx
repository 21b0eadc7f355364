import type { ShownStudy } from '#contracts/studies';
import { Alert, Button, List, Paragraph } from '@digdir/designsystemet-react';
import { withdrawStudyApproval } from '#contracts/study-approvals';
import { useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { ApprovalDocument } from './approval-document.tsx';
import { NewApproval } from './new-approval.tsx';

type Row = ShownStudy['approvals'][number];
const tones: Readonly<Record<Row['state'], Tone>> = {
  'in-force': 'success',
  'not-yet': 'info',
  expired: 'danger',
  withdrawn: 'neutral',
};

/** The register of approvals and agreements. */
export function Approvals({ data }: { readonly data: ShownStudy }) {
  const { text, formatDate } = useText();
  const words = text.studies;
  const { role } = useActor();
  const writes = (role === 'office' || role === 'researcher') && data.state !== 'closed';
  const send = useSend(withdrawStudyApproval);
  const toast = useToast();
  const withdraw = ({ approvalId }: Row) =>
    send.mutate({ studyId: data.studyId, approvalId }, { onSuccess: () => toast({ text: words.withdrawn }) });
  const columns: readonly Column<Row>[] = [
    {
      key: 'kind',
      header: words.approval,
      rowHeader: true,
      value: (row) => words.approvalKinds[row.kind],
      cell: (row) => [words.approvalKinds[row.kind], row.centreName].filter(Boolean).join(', '),
    },
    {
      key: 'state',
      header: words.state,
      value: (row) => words.approvalStates[row.state],
      cell: (row) => <StatusTag tone={tones[row.state]}>{words.approvalStates[row.state]}</StatusTag>,
    },
    { key: 'reference', header: words.reference, cell: (row) => row.reference },
    {
      key: 'decided',
      header: words.decidedOn,
      value: (row) => row.decidedOn,
      cell: (row) => formatDate(row.decidedOn, 'short'),
    },
    {
      key: 'from',
      header: words.validFrom,
      value: (row) => row.validFrom,
      cell: (row) => formatDate(row.validFrom, 'short'),
    },
    {
      key: 'until',
      header: words.validUntil,
      value: (row) => row.validUntil,
      cell: (row) => (row.validUntil ? formatDate(row.validUntil, 'short') : words.noEnd),
    },
    {
      key: 'document',
      header: words.document,
      cell: (row) => (
        <ApprovalDocument
          studyId={data.studyId}
          row={row}
          about={`${words.approvalKinds[row.kind]} ${row.reference}`}
          mayAttach={writes}
        />
      ),
    },
  ];
  const action: Column<Row> = {
    key: 'action',
    header: words.siteAction,
    cell: (row) =>
      row.state === 'withdrawn' ? null : (
        <Button variant="tertiary" data-size="sm" disabled={send.isPending} onClick={() => withdraw(row)}>
          {words.withdraw}
          <span className="visually-hidden">: {`${words.approvalKinds[row.kind]} ${row.reference}`}</span>
        </Button>
      ),
  };
  return (
    <section className="stack">
      <ErrorBox error={send.error} />
      {data.ending.length > 0 ? (
        <Alert data-color="warning">
          <Paragraph>{words.endingSoon}</Paragraph>
          <List.Unordered>
            {data.ending.map(({ what, centreName, lastDay, days }) => (
              <List.Item key={`${what} ${centreName}`}>
                {[words.approvalKinds[what], centreName].filter(Boolean).join(', ')}:{' '}
                {words.endsOn(formatDate(lastDay), days)}
              </List.Item>
            ))}
          </List.Unordered>
        </Alert>
      ) : null}
      <DataTable
        caption={words.approvals}
        name="approvals"
        columns={role === 'office' ? [...columns, action] : columns}
        rows={data.approvals}
        rowKey={(row) => row.approvalId}
        empty={words.noApprovals}
      />
      {writes ? <NewApproval data={data} /> : null}
    </section>
  );
}
