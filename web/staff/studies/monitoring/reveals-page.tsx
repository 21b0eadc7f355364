import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { showReveals } from '#contracts/study-monitoring';
import { usePathParam } from '../../address.ts';
import { useLoad } from '../../api.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useText } from '../../text.tsx';
import { Frame } from './frame.tsx';
import { MachineShown } from './machine-shown.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Shown = OutputOf<typeof showReveals>;

/** Whose arm was opened, and what machines said that was shown to people: each, listed, or counted, by who asks. */
export default function RevealsPage() {
  const { text } = useText();
  const words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const reveals = useLoad(showReveals, { studyId });
  return (
    <Loaded query={reveals} title={text.studies.monitoring.revealsTitle}>
      {(view) => (
        <Frame head={view.head} part="reveals" title={text.studies.monitoring.revealsTitle} lead={words.revealsLead}>
          {view.shown.sees === 'each' ? (
            <Alert data-color="warning" data-size="sm">
              {words.armsSeen}
            </Alert>
          ) : null}
          <Paragraph>{words.openedCounts(view.opened.emergency, view.opened.planned)}</Paragraph>
          {view.openings ? <Openings rows={view.openings} /> : null}
          <MachineShown shown={view.shown} />
        </Frame>
      )}
    </Loaded>
  );
}

function Openings({ rows }: { readonly rows: NonNullable<Shown['openings']> }) {
  const { text, formatDate } = useText();
  const words = useMonitoringText();
  type Row = (typeof rows)[number];
  const columns: readonly Column<Row>[] = [
    { key: 'day', header: words.day, rowHeader: true, value: (row) => row.day, cell: (row) => formatDate(row.day) },
    { key: 'kind', header: words.kind, value: (row) => row.kind, cell: (row) => text.studies.unblindKinds[row.kind] },
    { key: 'reason', header: text.studies.reason, cell: (row) => row.reason },
    { key: 'told', header: text.studies.told, cell: (row) => row.told },
    { key: 'centre', header: words.site, value: (row) => row.centre, cell: (row) => row.centre },
    { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
  ];
  return (
    <DataTable
      caption={text.studies.unblinded}
      name="openings"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.day} ${row.reason} ${row.told}`}
      empty={text.studies.noUnblinded}
    />
  );
}
