import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { listUsers } from '#contracts/users';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { useAccessText } from './access-text.ts';
import { usersSearch } from './search.ts';
import { type User, UserForm } from './user-form.tsx';

/** In the address in place of a user: the form for a new one. */
const NEW = 'new';

/** Who has access, in what role; one of them, or a new one, is changed in the form above the list. */
export default function UsersPage() {
  const { text } = useText();
  const words = useAccessText();
  const [{ show, user: chosen }, setAddress] = useAddress(usersSearch);
  const list = useLoad(listUsers, {});
  const choose = (user: string | undefined) => setAddress({ user });
  return (
    <>
      <PageHeading title={text.people.users} lead={words.usersLead}>
        {chosen ? null : <Button onClick={() => choose(NEW)}>{words.give}</Button>}
      </PageHeading>
      <Loaded query={list}>
        {(data) => {
          const user = data.users.find(({ userId }) => userId === chosen);
          return (
            <>
              {user || chosen === NEW ? (
                <section>
                  <UserForm key={chosen} user={user} centres={data.centres} onDone={() => choose(undefined)} />
                </section>
              ) : null}
              <div className="filters no-print">
                <Field data-size="sm">
                  <Label>{words.show}</Label>
                  <Select
                    value={show}
                    onChange={(event) => setAddress({ show: event.currentTarget.value as typeof show })}
                  >
                    {(['active', 'all'] as const).map((one) => (
                      <option key={one} value={one}>
                        {words.showChoices[one]}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
              <UserTable
                users={data.users.filter(({ active }) => active || show === 'all')}
                show={show}
                onChange={choose}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function UserTable(props: {
  readonly users: readonly User[];
  readonly show: 'active' | 'all';
  readonly onChange: (userId: string) => void;
}) {
  const { text, formatDate } = useText();
  const words = useAccessText();
  const role = (user: User) => text.common.roles[user.role];
  const place = (user: User) => user.centre ?? words.wholeCountry;
  const state = (user: User) => (user.active ? words.active : words.ended);
  const changed = ({ changedOn, changedBy }: User) =>
    changedOn ? words.changedBy(formatDate(changedOn, 'short'), changedBy ?? '') : '';
  const columns: readonly Column<User>[] = [
    { key: 'name', header: text.common.name, rowHeader: true, cell: (user) => user.name, value: (user) => user.name },
    { key: 'id', header: words.userId, cell: (user) => user.userId, value: (user) => user.userId },
    { key: 'role', header: words.role, cell: role, value: role },
    { key: 'centre', header: text.common.centre, cell: place, value: place },
    {
      key: 'state',
      header: text.common.status,
      cell: (user) => <StatusTag tone={user.active ? 'success' : 'neutral'}>{state(user)}</StatusTag>,
      value: state,
    },
    {
      key: 'seen',
      header: words.lastSeen,
      cell: (user) => (user.lastSeen ? formatDate(user.lastSeen, 'short') : words.never),
      value: (user) => user.lastSeen,
    },
    { key: 'changed', header: words.changed, cell: changed, value: (user) => user.changedOn },
    {
      key: 'log',
      header: words.log,
      cell: (user) => (
        <PageLink to="/access-log" search={{ user: user.userId }}>
          {words.log}
          <span className="visually-hidden"> {words.logOf(user.name)}</span>
        </PageLink>
      ),
    },
    {
      key: 'do',
      header: words.change,
      cell: (user) => (
        <Button
          className="no-print"
          data-size="sm"
          variant="secondary"
          aria-label={words.changeOf(user.name)}
          onClick={() => props.onChange(user.userId)}
        >
          {words.change}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={text.people.users}
      note={words.showChoices[props.show]}
      columns={columns}
      rows={props.users}
      rowKey={(user) => user.userId}
      empty={words.none}
      filter
      print
    />
  );
}
