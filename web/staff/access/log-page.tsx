import { Field, Input, Label, Select } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { accessLog, logKinds } from '#contracts/users';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useLookWords } from '../people/use-look-words.ts';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { useAccessText } from './access-text.ts';
import { logSearch } from './search.ts';

type Log = OutputOf<typeof accessLog>;
type Line = Log['lines'][number];

/** What staff have looked at and changed, by user and period. */
export default function LogPage() {
  const { text } = useText();
  const words = useAccessText();
  const [filter] = useAddress(logSearch);
  const { user: userId, from, to, kind } = filter;
  const log = useLoad(accessLog, { userId, from, to, kind }, { keep: true });
  return (
    <>
      <PageHeading title={text.people.accessLog} lead={words.logLead} />
      <Loaded query={log}>
        {(data) => (
          <>
            <Filters data={data} />
            <Lines data={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Filters({ data }: { readonly data: Log }) {
  const words = useAccessText();
  const [filter, setFilter] = useAddress(logSearch);
  const day = (key: 'from' | 'to', label: string) => (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Input
        type="date"
        value={filter[key] ?? data[key]}
        onChange={(event) => setFilter({ [key]: (event.currentTarget.value || undefined) as Day | undefined })}
      />
    </Field>
  );
  return (
    <div className="filters no-print">
      <Field data-size="sm">
        <Label>{words.user}</Label>
        <Select
          value={filter.user ?? ''}
          onChange={(event) => setFilter({ user: event.currentTarget.value || undefined })}
        >
          <option value="">{words.everybody}</option>
          {data.users.map((user) => (
            <option key={user.userId} value={user.userId}>
              {user.name}
            </option>
          ))}
        </Select>
      </Field>
      {day('from', words.from)}
      {day('to', words.to)}
      <Field data-size="sm">
        <Label>{words.kind}</Label>
        <Select
          value={filter.kind ?? ''}
          onChange={(event) => setFilter({ kind: (event.currentTarget.value || undefined) as typeof filter.kind })}
        >
          <option value="">{words.allKinds}</option>
          {logKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Lines({ data }: { readonly data: Log }) {
  const { text, formatDate, formatTime, formatNumber } = useText();
  const words = useAccessText();
  const lookWords = useLookWords();
  const opens = useActor().role === 'office';
  const [{ user, kind }] = useAddress(logSearch);
  const role = (line: Line) => text.common.roles[line.role as keyof typeof text.common.roles] ?? line.role;
  const sessions: Readonly<Record<string, string>> = words.sessions;
  const what = (line: Line) => (line.kind === 'looks' ? lookWords(line.what) : (sessions[line.what] ?? line.what));
  const isCode = (line: Line) => what(line) === line.what;
  const columns: readonly Column<Line>[] = [
    {
      key: 'when',
      header: words.when,
      cell: (line) => `${formatDate(line.day, 'short')} ${formatTime(line.at)}`,
      value: (line) => `${line.day} ${line.at}`,
    },
    { key: 'name', header: text.common.name, rowHeader: true, cell: (line) => line.name, value: (line) => line.name },
    { key: 'role', header: words.role, cell: role, value: role },
    {
      key: 'kind',
      header: words.kind,
      cell: (line) => words.kinds[line.kind],
      value: (line) => words.kinds[line.kind],
    },
    {
      key: 'what',
      header: words.what,
      cell: (line) => (isCode(line) ? <code lang="en">{line.what}</code> : what(line)),
      value: what,
    },
    {
      key: 'woman',
      header: words.woman,
      cell: (line) =>
        line.personId && opens ? (
          <PageLink to={`/people/${line.personId}`}>{line.personId.slice(0, 8)}</PageLink>
        ) : (
          (line.personId?.slice(0, 8) ?? '')
        ),
      value: (line) => line.personId,
    },
    { key: 'times', header: words.times, align: 'end', cell: (line) => line.times, value: (line) => line.times },
  ];
  const name = data.users.find(({ userId }) => userId === user)?.name;
  const note = [
    words.period(formatDate(data.from, 'short'), formatDate(data.to, 'short')),
    name,
    kind && words.kinds[kind],
  ];
  return (
    <DataTable
      caption={text.people.accessLog}
      note={[...note, data.total > data.lines.length && words.latest(formatNumber(data.lines.length))]
        .filter(Boolean)
        .join(' · ')}
      columns={columns}
      rows={data.lines}
      rowKey={(line) => `${line.day} ${line.userId} ${line.role} ${line.what} ${line.personId}`}
      total={data.total}
      empty={words.noLines}
      filter
      print
    />
  );
}
