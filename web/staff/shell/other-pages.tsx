import { Paragraph } from '@digdir/designsystemet-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorBox } from '../components/error-box.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

export function NoPage() {
  const { text } = useText();
  return (
    <>
      <PageHeading title={text.shell.noPageTitle} />
      <Paragraph>{text.shell.noPage}</Paragraph>
    </>
  );
}

export function NoAccess() {
  const { text } = useText();
  const actor = useActor();
  return (
    <>
      <PageHeading title={text.shell.noAccessTitle} />
      <Paragraph>{text.shell.noAccess(text.common.roles[actor.role].toLowerCase())}</Paragraph>
    </>
  );
}

/** A page that fell over says so in its own place; the menu stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { text } = useText();
  return (
    <>
      <PageHeading title={text.shell.errorTitle} />
      <ErrorBox error={error} onRetry={reset} />
    </>
  );
}
