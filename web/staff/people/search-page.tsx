import { Alert, Heading, Search } from '@digdir/designsystemet-react';
import { Navigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { findPeople } from '#contracts/people';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { RecentWomen } from '../programme/recent-women.tsx';
import { useText } from '../text.tsx';
import './people.css';

type Row = OutputOf<typeof findPeople>['people'][number];

const address = z.object({ q: z.string().default('') });

/** Women by number, letter reference or name; the search stands in the address. */
export default function SearchPage() {
  const { text } = useText();
  const [{ q }, setAddress] = useAddress(address);
  const field = useRef<HTMLInputElement>(null);
  const found = useLoad(findPeople, { q }, { enabled: q.trim().length >= 2 });
  const search = (event: FormEvent) => {
    event.preventDefault();
    setAddress({ q: field.current?.value.trim() ?? '' });
  };
  return (
    <>
      <PageHeading title={text.people.searchTitle} lead={text.people.searchLead} />
      <search className="people-search">
        <form onSubmit={search}>
          <Search>
            <Search.Input key={q} ref={field} name="people" aria-label={text.people.searchLabel} defaultValue={q} />
            <Search.Clear aria-label={text.common.cancel} />
            <Search.Button>{text.common.search}</Search.Button>
          </Search>
        </form>
      </search>
      {q.trim().length >= 2 ? (
        <Loaded query={found}>{(data) => <Results found={data} />}</Loaded>
      ) : (
        <section aria-labelledby="recent">
          <Heading level={2} data-size="xs" id="recent">
            {text.office.today.recent}
          </Heading>
          <RecentWomen />
        </section>
      )}
    </>
  );
}

function Results({ found }: { readonly found: OutputOf<typeof findPeople> }) {
  const { text, formatDate } = useText();
  const [only] = found.people;
  // A number and a reference mean one woman: no list with one line to click on.
  if (only && found.people.length === 1 && found.foundBy !== 'name') {
    return <Navigate to={`/people/${only.personId}`} replace />;
  }
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    { key: 'born', header: text.common.born, cell: (row) => formatDate(row.birthDate), value: (row) => row.birthDate },
    {
      key: 'municipality',
      header: text.people.municipality,
      cell: (row) => row.municipality,
      value: (row) => row.municipality,
    },
    { key: 'centre', header: text.common.centre, cell: (row) => row.centre, value: (row) => row.centre },
    { key: 'status', header: text.common.status, cell: (row) => text.people.personStatus[row.status] },
  ];
  return (
    <>
      {found.more ? <Alert data-color="info">{text.people.moreResults}</Alert> : null}
      <DataTable
        caption={found.people.length > 0 ? text.people.foundBy[found.foundBy] : text.people.results}
        columns={columns}
        rows={found.people}
        rowKey={(row) => row.personId}
        empty={text.people.noResults}
      />
    </>
  );
}
