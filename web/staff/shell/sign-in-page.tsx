import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { type ActorView, personas, signIn } from '#contracts/session';
import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { useTheme } from './theme.ts';

/** The demo's door: one picks who to be. Outside the demo it says that sign-in is not set up. */
export function SignInPage() {
  const { text } = useText();
  const { demo } = useSession();
  useTheme();
  useEffect(() => {
    document.title = `${text.shell.chooseTitle} · ${text.shell.product}`;
  }, [text]);
  return (
    <main id="content" className="sign-in">
      <Heading level={1} data-size="md">
        {text.shell.chooseTitle}
      </Heading>
      <Paragraph>{demo ? text.shell.chooseLead : text.shell.chooseShut}</Paragraph>
      {demo ? <Personas /> : null}
    </main>
  );
}

function Personas() {
  const { text } = useText();
  const list = useLoad(personas, {});
  const enter = useSend(signIn);
  const standing = (state: string) =>
    ({ ...text.common.episodeState, ...text.common.episodeOutcome })[state as EpisodeState | EpisodeOutcome] ?? state;
  return (
    <Loaded query={list}>
      {({ staff, women }) => (
        <>
          <ErrorBox error={enter.error} />
          <section aria-labelledby="staff-heading">
            <Heading level={2} data-size="xs" id="staff-heading">
              {text.shell.chooseStaff}
            </Heading>
            <ul className="personas">
              {staff.map((one) => (
                <li key={one.userId}>
                  <Button
                    variant="secondary"
                    disabled={enter.isPending}
                    onClick={() => enter.mutate({ userId: one.userId })}
                  >
                    {personaName(one)}
                    <span className="persona-role">
                      {text.common.roles[one.role]}
                      {one.centre ? `, ${one.centre.name}` : ''}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="women-heading">
            <Heading level={2} data-size="xs" id="women-heading">
              {text.shell.chooseWomen}
            </Heading>
            <ul className="personas">
              {women.map((one) => (
                <li key={one.userId}>
                  <Button
                    variant="secondary"
                    disabled={enter.isPending}
                    onClick={() =>
                      enter.mutate({ userId: one.userId }, { onSuccess: () => window.location.assign('/min-side') })
                    }
                  >
                    {one.name}
                    <span className="persona-role">{standing(one.state)}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Loaded>
  );
}

function personaName(one: ActorView): string {
  return one.name;
}
