import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallError } from '../api.ts';
import { ErrorBox } from './error-box.tsx';
import { Loading } from './loading.tsx';

/** Shows what useLoad fetched, or that it is on its way, or why it did not come. */
export function Loaded<Data>(props: {
  readonly query: UseQueryResult<Data, CallError>;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.error) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
