import { Field, Label, Select } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { fallenOut, fallenOutLists } from '#contracts/overview';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof fallenOut>['women'][number];

export const fallenOutSearch = z.object({ show: z.enum(fallenOutLists).default('too-long') });

/** The failsafe: women who should have had a time long ago, those who have waited longest first; or all in a round without a time. */
export default function FallenOutPage() {
  const { text, formatDate, formatNumber } = useText();
  const words = text.office.failsafe;
  const [{ show }, setFilter] = useAddress(fallenOutSearch);
  const list = useLoad(fallenOut, { show }, { keep: true });
  const columns: readonly Column<Row>[] = [
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
    {
      key: 'municipality',
      header: words.municipality,
      cell: (row) => row.municipality,
      value: (row) => row.municipality,
    },
    {
      key: 'why',
      header: words.why,
      cell: (row) => words.because[row.because],
      value: (row) => words.because[row.because],
    },
    { key: 'since', header: words.since, cell: (row) => formatDate(row.since, 'short'), value: (row) => row.since },
    {
      key: 'days',
      header: words.waited,
      align: 'end',
      cell: (row) => formatNumber(row.days),
      value: (row) => row.days,
    },
  ];
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading
            title={words.title}
            lead={words.lead(text.common.days(data.dueDays), text.common.days(data.withoutTimeDays))}
          />
          <div className="filters no-print">
            <Field data-size="sm">
              <Label>{text.common.show}</Label>
              <Select value={show} onChange={(event) => setFilter({ show: event.currentTarget.value as typeof show })}>
                {fallenOutLists.map((one) => (
                  <option key={one} value={one}>
                    {words.lists[one]}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <DataTable
            caption={words.lists[show]}
            columns={columns}
            rows={data.women}
            rowKey={(row) => row.personId}
            total={data.total}
            empty={words.none[show]}
            filter
            print
            {...(data.total > data.women.length ? { note: words.shown(formatNumber(data.women.length)) } : {})}
          />
        </>
      )}
    </Loaded>
  );
}
