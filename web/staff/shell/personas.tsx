import { Button, Field, Heading, Label, Select } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { type personas, signIn } from '#contracts/session';
import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useText } from '../text.tsx';

type People = z.output<(typeof personas)['output']>;

/** Whom one may be: those who work nationally, the staff of one centre at a time, and some women. */
export function Personas({ people }: { readonly people: People }) {
  const { text } = useText();
  const enter = useSend(signIn);
  const centres = new Map(
    people.staff.flatMap((one) => (one.centre ? [[one.centre.id, one.centre.name] as const] : [])),
  );
  const [centre, setCentre] = useState(people.desk ?? [...centres.keys()][0]);
  const standings: Readonly<Record<EpisodeState | EpisodeOutcome, string>> = {
    ...text.common.episodeState,
    ...text.common.episodeOutcome,
  };
  const staffOf = (id: string | undefined) =>
    people.staff
      .filter((one) => one.centre?.id === id)
      .map((one) => ({
        ...one,
        note: text.common.roles[one.role],
        go: () => enter.mutate({ userId: one.userId }),
      }));
  const women = people.women.map((one) => ({
    ...one,
    note: standings[one.state as EpisodeState] ?? one.state,
    go: () => enter.mutate({ userId: one.userId }, { onSuccess: () => window.location.assign('/min-side') }),
  }));
  return (
    <>
      <ErrorBox error={enter.error} />
      <Group id="national" title={text.shell.chooseNational} people={staffOf(undefined)} busy={enter.isPending} />
      <Group id="centre" title={text.shell.chooseStaff} people={centre ? staffOf(centre) : []} busy={enter.isPending}>
        <Field className="choose-centre">
          <Label>{text.shell.chooseCentre}</Label>
          <Select value={centre ?? ''} onChange={(event) => setCentre(event.currentTarget.value)}>
            {[...centres].map(([id, name]) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </Group>
      <Group id="women" title={text.shell.chooseWomen} people={women} busy={enter.isPending} />
    </>
  );
}

function Group(props: {
  readonly id: string;
  readonly title: string;
  readonly people: readonly {
    readonly userId: string;
    readonly name: string;
    readonly note: string;
    readonly go: () => void;
  }[];
  readonly busy: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id}>
      <Heading level={2} data-size="xs" id={props.id}>
        {props.title}
      </Heading>
      {props.children}
      <ul className="personas">
        {props.people.map((one) => (
          <li key={one.userId}>
            <Button variant="secondary" disabled={props.busy} onClick={one.go}>
              {one.name} <span className="persona-role">{one.note}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
