import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallError } from '../api.ts';
import { ErrorBox } from './error-box.tsx';
import { Loading } from './loading.tsx';
import { PageHeading } from './page-heading.tsx';

/**
 * Shows what useLoad fetched, or that it is on its way, or why it did not come. `title`: the page's own, where its heading
 * waits for what is fetched; then a page that is refused has its heading all the same.
 */
export function Loaded<Data>(props: {
  readonly query: UseQueryResult<Data, CallError>;
  readonly title?: string;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.error)
    return (
      <>
        {props.title ? <PageHeading title={props.title} /> : null}
        <ErrorBox error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <Loading />;
}
