import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import type { Rates } from '#contracts/schemas/rate.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Gutter } from '#ui/Page.tsx';
import { useHere } from '../session/me.ts';
import { type RateHome, ratesOf } from './queries.ts';

interface RatesReaderProps {
  home: RateHome;
  /** Said when they cannot be read. */
  title: string;
  /** What is made of the rates, and how they are read anew. */
  children: (rates: Rates, again: () => void) => ReactNode;
}

/** Reads rates. What shows them is begun anew when they were read anew on purpose, never while it is typed in. */
export function RatesReader({ home, title, children }: RatesReaderProps) {
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(ratesOf(workspaceId, home));
  const [epoch, setEpoch] = useState(0);
  const again = () => void refetch().then(() => setEpoch((one) => one + 1));
  if (isError && !data) {
    return (
      <EmptyState kind="error" title={title} traceId={traceIdOf(error)} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return (
      <Gutter>
        <Skeleton height={240} mt={16} radius={8} />
      </Gutter>
    );
  }
  return <Fragment key={`${JSON.stringify(home)} ${epoch}`}>{children(data, again)}</Fragment>;
}
