import { listProtocols } from '#contracts/protocols';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import { addressOf, StandingTag, titleIn } from './protocol-words.tsx';

type Data = OutputOf<typeof listProtocols>;
type Row = Data['protocols'][number];
type Use = Data['inUse'][number];

/** Which protocol each centre reads by, and every protocol there is to choose or copy from. */
export default function ProtocolsPage() {
  const { text } = useText();
  const words = text.protocols;
  const list = useLoad(listProtocols, {});
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={list}>
        {(data) => (
          <div className="stack">
            <Protocols rows={data.protocols} />
            <Uses name="use" caption={words.inUse} rows={data.inUse} all={data.protocols} />
            {data.coming.length > 0 ? (
              <Uses name="coming" caption={words.coming} rows={data.coming} all={data.protocols} />
            ) : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Protocols({ rows }: { readonly rows: readonly Row[] }) {
  const tools = useText();
  const { text, written, formatDate } = tools;
  const words = text.protocols;
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      header: words.protocol,
      rowHeader: true,
      value: (row) => titleIn(row.title, written),
      cell: (row) => (
        <>
          <PageLink to={addressOf(row)}>{titleIn(row.title, written)}</PageLink>
          <span className="table-note" lang="en">
            {row.source}
          </span>
        </>
      ),
    },
    {
      key: 'standing',
      header: words.standing,
      value: (row) => words.standings[row.standing],
      cell: (row) => <StandingTag standing={row.standing} />,
    },
    { key: 'version', header: words.version, value: (row) => row.version, cell: (row) => row.version },
    { key: 'arms', header: words.arms, value: (row) => row.arms.join(', '), cell: (row) => row.arms.join(', ') },
    {
      key: 'on',
      header: words.since,
      value: (row) => row.on,
      cell: (row) => (row.on ? formatDate(row.on, 'numeric') : '–'),
    },
  ];
  return (
    <DataTable
      caption={words.all}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.standing} ${row.id} ${row.version}`}
      empty={words.none}
      filter
      print
    />
  );
}

function Uses(props: {
  readonly name: string;
  readonly caption: string;
  readonly rows: readonly Use[];
  readonly all: readonly Row[];
}) {
  const { text, written, formatDate } = useText();
  const words = text.protocols;
  const titleOf = (use: Use) => {
    const found = props.all.find((row) => row.id === use.id && row.version === use.version);
    return found ? titleIn(found.title, written) : use.id;
  };
  return (
    <DataTable
      name={props.name}
      caption={props.caption}
      rows={props.rows}
      rowKey={(use) => `${use.centreId} ${use.fromDay ?? ''}`}
      print
      columns={[
        {
          key: 'centre',
          header: words.centre,
          rowHeader: true,
          value: (use) => use.centreName,
          cell: (use) => use.centreName,
        },
        {
          key: 'protocol',
          header: words.reads,
          value: titleOf,
          cell: (use) => (
            <>
              <PageLink to={addressOf(use)}>{titleOf(use)}</PageLink> ({use.arm})
            </>
          ),
        },
        { key: 'version', header: words.version, value: (use) => use.version, cell: (use) => use.version },
        {
          key: 'from',
          header: words.since,
          value: (use) => use.fromDay,
          cell: (use) => (use.fromDay ? formatDate(use.fromDay, 'numeric') : words.sinceStart),
        },
        { key: 'by', header: words.decidedBy, value: (use) => use.decidedBy, cell: (use) => use.decidedBy ?? '–' },
      ]}
    />
  );
}
