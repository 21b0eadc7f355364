import { Button, Card, Field, Heading, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { addUser, changeUser, type listUsers } from '#contracts/users';
import { staffRoles } from '#core/people/access';
import { type StaffRole, worksAtCentre } from '#core/people/staff-user';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { useAccessText } from './access-text.ts';

type Users = OutputOf<typeof listUsers>;
export type User = Users['users'][number];

/** One user's access: a new one when none is given. */
export function UserForm(props: {
  readonly user: User | undefined;
  readonly centres: Users['centres'];
  readonly onDone: () => void;
}) {
  const { user, centres, onDone } = props;
  const { text } = useText();
  const words = useAccessText();
  const toast = useToast();
  const add = useSend(addUser);
  const change = useSend(changeUser);
  const own = useActor().userId === user?.userId;
  const [userId, setUserId] = useState('');
  const [name, setName] = useState(user?.name ?? '');
  const [role, setRole] = useState<StaffRole>(user?.role ?? 'radiographer');
  const [centre, setCentre] = useState(user?.centreId ?? '');
  const atCentre = worksAtCentre(role);
  const draft = { name, role, centreId: atCentre ? centre || null : null };
  const complete =
    name.trim().length >= 2 && (!atCentre || centre !== '') && (user !== undefined || userId.length >= 2);
  const done = (said: (name: string) => string) => ({
    onSuccess: () => {
      toast({ text: said(name) });
      onDone();
    },
  });
  const save = (active: boolean, said: (name: string) => string) => {
    if (user) change.mutate({ ...draft, userId: user.userId, active, version: user.version }, done(said));
    else add.mutate({ ...draft, userId }, done(said));
  };
  const busy = add.isPending || change.isPending;
  return (
    <Card className="stack no-print" asChild>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(user?.active ?? true, user ? words.saved : words.given);
        }}
      >
        <Heading level={2} data-size="xs">
          {user ? words.changeTitle(user.name) : words.newTitle}
        </Heading>
        <ErrorBox error={add.error ?? change.error} />
        {own ? <Paragraph data-size="sm">{words.own}</Paragraph> : null}
        <div className="filters">
          {user ? null : (
            <Textfield
              data-size="sm"
              label={words.userId}
              description={words.userIdHelp}
              value={userId}
              autoFocus
              onChange={(event) => setUserId(event.currentTarget.value.trim())}
            />
          )}
          <Textfield
            data-size="sm"
            label={text.common.name}
            value={name}
            autoFocus={user !== undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Field data-size="sm">
            <Label>{words.role}</Label>
            <Select value={role} disabled={own} onChange={(event) => setRole(event.currentTarget.value as StaffRole)}>
              {staffRoles.map((one) => (
                <option key={one} value={one}>
                  {text.common.roles[one]}
                </option>
              ))}
            </Select>
          </Field>
          {atCentre ? (
            <Field data-size="sm">
              <Label>{text.common.centre}</Label>
              <Select value={centre} onChange={(event) => setCentre(event.currentTarget.value)}>
                <option value="">{words.chooseCentre}</option>
                {centres.map((one) => (
                  <option key={one.centreId} value={one.centreId}>
                    {one.name}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
        </div>
        <div className="filters">
          <Button type="submit" data-size="sm" disabled={busy || !complete}>
            {user ? text.common.save : words.give}
          </Button>
          {user && !own ? (
            <Button
              type="button"
              data-size="sm"
              variant="secondary"
              disabled={busy || !complete}
              onClick={() => save(!user.active, user.active ? words.hasEnded : words.back)}
            >
              {user.active ? words.end : words.giveBack}
            </Button>
          ) : null}
          <Button type="button" data-size="sm" variant="tertiary" onClick={onDone}>
            {text.common.cancel}
          </Button>
        </div>
      </form>
    </Card>
  );
}
