import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { findPeople, possibleDuplicates } from '#contracts/people';
import { useAddress } from '../address.ts';
import { CallError, call, useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';
import { pairColumns } from './pair-columns.tsx';
import { MergePanel } from './merge-panel.tsx';
import { CalledDifferent } from './called-different.tsx';
import './people.css';

type Row = OutputOf<typeof possibleDuplicates>['candidates'][number];

const address = z.object({ a: z.guid().optional(), b: z.guid().optional() });

/** Records that may be one woman; two of them are compared, and made one or called two. The pair stands in the address. */
export default function DuplicatesPage() {
  const { text } = useText();
  const words = text.people.duplicates;
  const [{ a, b }, setAddress] = useAddress(address);
  const list = useLoad(possibleDuplicates, {});
  const compare = (one: string, other: string) => setAddress({ a: one, b: other });
  const close = () => setAddress({ a: undefined, b: undefined });
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {a && b ? <MergePanel key={`${a} ${b}`} personId={a} otherId={b} onClose={close} /> : null}
      <TwoNumbers onFound={compare} />
      <Loaded query={list}>
        {({ candidates, more }) => (
          <Candidates rows={candidates} more={more} onCompare={(row) => compare(row.personId, row.otherId)} />
        )}
      </Loaded>
      <CalledDifferent />
    </>
  );
}

function Candidates(props: {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly onCompare: (row: Row) => void;
}) {
  const tools = useText();
  const { text } = tools;
  const words = text.people.duplicates;
  const columns: readonly Column<Row>[] = [
    ...pairColumns(tools),
    {
      key: 'because',
      header: words.because,
      cell: (row) => words.reasons[row.because],
      value: (row) => words.reasons[row.because],
    },
    { key: 'found', header: words.found, cell: (row) => tools.formatDate(row.foundOn), value: (row) => row.foundOn },
    {
      key: 'compare',
      header: words.compare,
      cell: (row) => (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={words.compareTwo(row.name, row.identityNumber, row.otherNumber)}
          onClick={() => props.onCompare(row)}
        >
          {words.compare}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.list}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => `${row.personId} ${row.otherId}`}
      empty={words.none}
      filter
      csv={false}
      {...(props.more ? { note: words.more } : {})}
    />
  );
}

/** Two records by their numbers: for those that an import has refused, or that the list does not find. */
function TwoNumbers({ onFound }: { readonly onFound: (one: string, other: string) => void }) {
  const { text } = useText();
  const words = text.people.duplicates;
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      const [one, other] = await Promise.all(['one', 'other'].map((name) => personOf(String(form.get(name)))));
      if (one && other) onFound(one, other);
    } catch (fault) {
      setError(fault as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.byNumber}</Details.Summary>
      <Details.Content>
        <Paragraph>{words.byNumberLead}</Paragraph>
        <form className="filters" onSubmit={submit}>
          <Textfield label={words.oneNumber} name="one" inputMode="numeric" required data-size="sm" />
          <Textfield label={words.otherNumber} name="other" inputMode="numeric" required data-size="sm" />
          <Button type="submit" variant="secondary" data-size="sm" disabled={busy}>
            {words.compare}
          </Button>
        </form>
        <ErrorBox error={error} />
      </Details.Content>
    </Details>
  );
}

async function personOf(number: string): Promise<string> {
  const { people, foundBy } = await call(findPeople, { q: number.trim() });
  const [person] = people;
  if (!person || foundBy !== 'number') throw new CallError(404, 'not-found', 'There is no such person');
  return person.personId;
}
