import { Field, Label, Select } from '@digdir/designsystemet-react';
import { equipmentList } from '#contracts/equipment';
import type { OutputOf } from '#contracts/endpoint';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { DueTests, useDueList } from './due-tests.tsx';
import './equipment.css';
import { Register } from './register.tsx';
import { equipmentSearch } from './search.ts';

type Data = OutputOf<typeof equipmentList>;
type Item = Data['items'][number];

const late = (item: Item) => item.due.filter((due) => due.state === 'overdue' || due.state === 'never');
const needsSomething = (item: Item) => late(item).length > 0 || item.openFollowUps > 0 || item.state === 'out-of-use';

/** The register: machines, displays and reading rooms with what is due and what has failed. */
export default function EquipmentPage() {
  const { text } = useText();
  const words = text.equipment;
  const [filter, setFilter] = useAddress(equipmentSearch);
  const list = useLoad(equipmentList, { centre: filter.centre }, { keep: true });
  const keeps = ['physicist', 'coordinator'].includes(useActor().role);
  return (
    <Loaded query={list}>
      {(data) => {
        const rows = data.items.filter((item) => filter.show === 'all' || needsSomething(item));
        const sum = (count: (item: Item) => number) => data.items.reduce((total, item) => total + count(item), 0);
        const out = sum((item) => (item.state === 'out-of-use' ? 1 : 0));
        const counts = words.counts(
          sum((item) => late(item).length),
          sum((item) => item.openFollowUps),
          out,
        );
        const chosen = [
          ...data.centres.filter((one) => one.id === filter.centre).map((one) => one.name),
          words.showOnly[filter.show],
        ];
        return (
          <>
            <PageHeading title={words.title} lead={counts}>
              <PageLink to="/equipment-report" search={filter.centre ? { centre: filter.centre } : {}}>
                {words.report}
              </PageLink>
            </PageHeading>
            <div className="filters no-print">
              {data.centres.length > 1 ? (
                <Field>
                  <Label>{text.common.centre}</Label>
                  <Select
                    value={filter.centre ?? ''}
                    onChange={(event) => setFilter({ centre: event.currentTarget.value || undefined })}
                  >
                    <option value="">{text.common.all}</option>
                    {data.centres.map((centre) => (
                      <option key={centre.id} value={centre.id}>
                        {centre.name}
                      </option>
                    ))}
                  </Select>
                </Field>
              ) : null}
              <Field>
                <Label>{words.show}</Label>
                <Select
                  value={filter.show}
                  onChange={(event) => setFilter({ show: event.currentTarget.value as 'all' | 'attention' })}
                >
                  <option value="all">{words.showOnly.all}</option>
                  <option value="attention">{words.showOnly.attention}</option>
                </Select>
              </Field>
            </div>
            <Items rows={rows} national={data.centres.length > 1} note={chosen.join(', ')} />
            {keeps ? <Register data={data} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}

function Items(props: { readonly rows: readonly Item[]; readonly national: boolean; readonly note: string }) {
  const { rows, national } = props;
  const { text, formatNumber } = useText();
  const words = text.equipment;
  const dueList = useDueList();
  const columns: readonly Column<Item>[] = [
    {
      key: 'name',
      header: words.item,
      rowHeader: true,
      cell: (row) => <PageLink to={`/equipment/${row.equipmentId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    {
      key: 'due',
      header: words.due,
      cell: (row) => <DueTests due={row.due} open={row.openFollowUps > 0} />,
      value: (row) => dueList(row.due, row.openFollowUps > 0),
    },
    {
      key: 'open',
      header: words.openFollowUps,
      align: 'end',
      cell: (row) => formatNumber(row.openFollowUps),
      value: (row) => row.openFollowUps,
    },
    {
      key: 'state',
      header: text.common.status,
      cell: (row) => (
        <StatusTag tone={row.state === 'out-of-use' ? 'danger' : 'neutral'}>{words.states[row.state]}</StatusTag>
      ),
      value: (row) => words.states[row.state],
    },
    { key: 'kind', header: words.kind, cell: (row) => words.kinds[row.kind], value: (row) => words.kinds[row.kind] },
    ...(national
      ? [
          {
            key: 'centre',
            header: text.common.centre,
            cell: (row: Item) => row.centreName,
            value: (row: Item) => row.centreName,
          },
        ]
      : []),
    { key: 'place', header: words.place, cell: (row) => row.place ?? '', value: (row) => row.place },
  ];
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.equipmentId}
      rowTone={(row) => (row.state === 'out-of-use' ? 'danger' : needsSomething(row) ? 'warning' : undefined)}
      empty={words.none}
      csv="utstyr"
      note={props.note}
      print
    />
  );
}
