import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';
import { StatusTag, type Tone } from './status-tag.tsx';

/** One number with its name, and a note (age, target) in words; a link when there is a page that shows what it counts. */
export function Stat(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: Tone;
  readonly to?: string;
  readonly search?: Readonly<Record<string, unknown>>;
}) {
  return (
    <div className="stat">
      <dt>
        {props.to ? (
          <PageLink to={props.to} {...(props.search ? { search: props.search } : {})}>
            {props.label}
          </PageLink>
        ) : (
          props.label
        )}
      </dt>
      <dd className="stat-value">{props.value}</dd>
      {props.note ? (
        <dd className="stat-note">{props.tone ? <StatusTag tone={props.tone}>{props.note}</StatusTag> : props.note}</dd>
      ) : null}
    </div>
  );
}

/** Stats side by side; the list's name is read before them. */
export function Stats(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <dl className="stats" aria-label={props.label}>
      {props.children}
    </dl>
  );
}
