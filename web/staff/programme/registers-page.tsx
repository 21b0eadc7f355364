import { Field, Label, Select } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { listReservations, listStops } from '#contracts/registers';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

export const registersSearch = z.object({
  register: z.enum(['stops', 'reservations']).default('stops'),
  only: z.enum(['in-force', 'all']).default('in-force'),
});

type Stop = OutputOf<typeof listStops>['rows'][number];
type Reservation = OutputOf<typeof listReservations>['rows'][number];

/** The two registers as lists: who, from when, lifted or not, and who entered it. */
export default function RegistersPage() {
  const { text } = useText();
  const words = text.office.registers;
  const [{ register, only }, setFilter] = useAddress(registersSearch);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="filters no-print">
        <Field data-size="sm">
          <Label>{words.show}</Label>
          <Select
            value={register}
            onChange={({ currentTarget: { value } }) => setFilter({ register: value as typeof register })}
          >
            <option value="stops">{words.stops}</option>
            <option value="reservations">{words.reservations}</option>
          </Select>
        </Field>
        <Field data-size="sm">
          <Label>{words.only}</Label>
          <Select value={only} onChange={({ currentTarget: { value } }) => setFilter({ only: value as typeof only })}>
            {(['in-force', 'all'] as const).map((one) => (
              <option key={one} value={one}>
                {words.onlyChoices[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {register === 'stops' ? <Stops only={only} /> : <Reservations only={only} />}
    </>
  );
}

function Stops({ only }: { readonly only: 'in-force' | 'all' }) {
  const { text } = useText();
  const words = text.office.registers;
  const list = useLoad(listStops, { only });
  const reasonOf = (row: Stop) => words.reasons[row.reason] ?? row.reason;
  const common = useCommonColumns<Stop>();
  const columns = [...common, { key: 'reason', header: words.reason, cell: reasonOf, value: reasonOf }];
  return (
    <Loaded query={list}>
      {(data) => (
        <DataTable
          caption={words.stops}
          note={words.onlyChoices[only]}
          columns={columns}
          rows={data.rows}
          rowKey={(row) => `${row.personId} ${row.from}`}
          total={data.total}
          empty={words.none}
          filter
          print
        />
      )}
    </Loaded>
  );
}

function Reservations({ only }: { readonly only: 'in-force' | 'all' }) {
  const { text, formatDate } = useText();
  const words = text.office.registers;
  const list = useLoad(listReservations, { only });
  const common = useCommonColumns<Reservation>();
  const columns: readonly Column<Reservation>[] = [
    ...common,
    {
      key: 'done',
      header: words.carriedOut,
      cell: (row) => (row.carriedOut ? formatDate(row.carriedOut, 'short') : ''),
      value: (row) => row.carriedOut,
    },
    {
      key: 'by',
      header: words.carryOutBy,
      cell: (row) => (
        <>
          {formatDate(row.carryOutBy, 'short')}{' '}
          {row.late ? <StatusTag tone="danger">{words.lateCarryOut}</StatusTag> : null}
        </>
      ),
      value: (row) => row.carryOutBy,
    },
  ];
  return (
    <Loaded query={list}>
      {(data) => (
        <DataTable
          caption={words.reservations}
          note={words.onlyChoices[only]}
          columns={columns}
          rows={data.rows}
          rowKey={(row) => `${row.personId} ${row.from}`}
          rowTone={(row) => (row.late ? 'danger' : undefined)}
          total={data.total}
          empty={words.none}
          filter
          print
        />
      )}
    </Loaded>
  );
}

/** The columns that both registers have. */
function useCommonColumns<Row extends Stop | Reservation>(): readonly Column<Row>[] {
  const { text, formatDate } = useText();
  const words = text.office.registers;
  const byOf = (row: Row) => (row.recordedBy === 'own-page' ? words.herself : (row.recordedBy ?? ''));
  return [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    {
      key: 'born',
      header: text.common.born,
      cell: (row) => formatDate(row.birthDate, 'short'),
      value: (row) => row.birthDate,
    },
    { key: 'centre', header: text.common.centre, cell: (row) => row.centre, value: (row) => row.centre },
    { key: 'from', header: words.from, cell: (row) => formatDate(row.from, 'short'), value: (row) => row.from },
    {
      key: 'lifted',
      header: words.lifted,
      cell: (row) => (row.lifted ? formatDate(row.lifted, 'short') : words.inForce),
      value: (row) => row.lifted,
    },
    { key: 'recorded', header: words.recordedBy, cell: byOf, value: byOf },
  ];
}
