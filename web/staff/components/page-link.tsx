import { Link as DesignLink } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to a staff page by its full path: <PageLink to={`/people/${id}`} search={{ tab: 'letters' }}>…</PageLink> */
export function PageLink(props: {
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <DesignLink asChild {...(props.className ? { className: props.className } : {})}>
      <Link to={props.to} search={(props.search ?? {}) as never}>
        {props.children}
      </Link>
    </DesignLink>
  );
}
