import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PairQueue } from '#contracts/duplicate-signs.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Gutter, ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { PairCard } from './PairCard.tsx';
import classes from './pairs.module.css';
import { duplicatePairs, pairKey } from './pairs.ts';
import { useDecision } from './useDecision.tsx';

export const route = createLazyRoute('/app/clients/duplicates')({ component: PairsPage });

/** Clients that may be in the list twice, to be decided pair by pair. */
function PairsPage() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { queue = 'open' } = route.useSearch();
  const found = useInfiniteQuery(duplicatePairs(workspaceId, queue));
  const decide = useDecision();
  const pairs = found.data?.pages.flatMap(({ data }) => data) ?? [];
  const { hasNextPage, isFetching, fetchNextPage } = found;
  // A page may hold nothing that the reader sees: the next one is read until one does.
  const isHollow = pairs.length === 0 && hasNextPage;
  useEffect(() => {
    if (isHollow && !isFetching) void fetchNextPage();
  }, [isHollow, isFetching, fetchNextPage]);
  if (found.isError && !found.data) {
    return <QueryError error={found.error} onRetry={() => void found.refetch()} permission="clients.merge" />;
  }
  return (
    <ListPage>
      <PageHead
        title={t`Duplicates`}
        crumbs={[{ label: t`Clients`, href: '/clients' }]}
        description={
          <Trans>
            Clients that share something, and may be in your list twice. The likeliest stand first.
          </Trans>
        }
      />
      <Tabs
        label={t`Duplicates`}
        items={[
          { id: 'open', label: t`To decide`, href: '/clients/duplicates', active: queue === 'open' },
          {
            id: 'dismissed',
            label: t`Not duplicates`,
            href: '/clients/duplicates?queue=dismissed',
            active: queue === 'dismissed',
          },
        ]}
      />
      <div className={classes.scroll}>
        <Gutter>
          {!found.data || isHollow ? (
            <div aria-busy="true">
              <Skeleton height={280} radius={10} />
            </div>
          ) : pairs.length === 0 ? (
            <None queue={queue} />
          ) : (
            <ul className={classes.list}>
              {pairs.map((pair) => (
                <PairCard
                  key={pairKey(pair)}
                  pair={pair}
                  onDecide={(dismissed) => decide({ pair, dismissed })}
                />
              ))}
            </ul>
          )}
          {hasNextPage && pairs.length > 0 ? (
            <div>
              <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
                <Trans>Show more pairs</Trans>
              </Button>
            </div>
          ) : null}
        </Gutter>
      </div>
    </ListPage>
  );
}

function None({ queue }: { queue: PairQueue }) {
  const { t } = useLingui();
  const back = (
    <LinkButton href="/clients" variant="default">
      <Trans>Go to clients</Trans>
    </LinkButton>
  );
  if (queue === 'dismissed') {
    return (
      <EmptyState kind="no-match" title={t`Nothing was set aside`} action={back}>
        <Trans>Pairs of which somebody says that they are not duplicates stand here.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="no-match" title={t`No duplicates`} action={back}>
      <Trans>
        No two clients share a tax ID, a website, a name or the e-mail address of a contact. New ones appear
        here by themselves.
      </Trans>
    </EmptyState>
  );
}
