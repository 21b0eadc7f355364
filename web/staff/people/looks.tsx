import { Details } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { whoHasLooked } from '#contracts/people';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useText } from '../text.tsx';
import { useLookWords } from './use-look-words.ts';

type Look = OutputOf<typeof whoHasLooked>['looks'][number];

/** Who has looked at her data. Fetched when opened, since looking here is itself a look. */
export function Looks({ personId }: { readonly personId: string }) {
  const { text } = useText();
  const [open, setOpen] = useState(false);
  const looks = useLoad(whoHasLooked, { personId }, { enabled: open });
  return (
    <Details onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}>
      <Details.Summary>{text.people.looks}</Details.Summary>
      <Details.Content>
        {open ? <Loaded query={looks}>{(data) => <LookTable looks={data.looks} />}</Loaded> : null}
      </Details.Content>
    </Details>
  );
}

function LookTable({ looks }: { readonly looks: readonly Look[] }) {
  const { text, formatDate, formatTime } = useText();
  const lookWords = useLookWords();
  const what = (look: Look) => lookWords(look.what);
  const role = (look: Look) => text.common.roles[look.role as keyof typeof text.common.roles] ?? look.role;
  const columns: readonly Column<Look>[] = [
    { key: 'name', header: text.common.name, rowHeader: true, cell: (look) => look.name, value: (look) => look.name },
    { key: 'role', header: text.people.role, cell: role, value: role },
    {
      key: 'day',
      header: text.common.date,
      cell: (look) => `${formatDate(look.day)} ${formatTime(look.at)}`,
      value: (look) => `${look.day} ${look.at}`,
    },
    { key: 'what', header: text.people.what, cell: what, value: what },
    { key: 'times', header: text.people.times, align: 'end', cell: (look) => look.times, value: (look) => look.times },
  ];
  return (
    <DataTable
      caption={text.people.looks}
      columns={columns}
      rows={looks}
      rowKey={(look) => `${look.day} ${look.at} ${look.name} ${look.what}`}
      empty={text.people.noEntries}
    />
  );
}
