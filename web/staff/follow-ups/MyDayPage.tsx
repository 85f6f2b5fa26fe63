import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { daysAfter } from '#contracts/days.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { MyFollowUp } from '#contracts/schemas/follow-up.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { Gutter, ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Strip } from '#ui/Strip.tsx';
import { today } from '../rates/days.ts';
import { DueCard } from '../requirements/DueCard.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { type Standing, standingOf } from './due.ts';
import { FollowUpRow } from './FollowUpRow.tsx';
import { myFollowUps } from './queries.ts';

export const route = createLazyRoute('/app/follow-ups')({ component: MyDayPage });

/** Days of what is coming up that are shown beside what is due. */
const AHEAD = 7;

/** What the reader owes today, what is late, and what the next days bring. */
function MyDayPage() {
  const { t } = useLingui();
  const { workspaceId, allows } = useHere();
  const now = today();
  const { data, isError, error, refetch } = useQuery(myFollowUps(workspaceId, daysAfter(now, AHEAD)));
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="timeline.view" />;
  }
  const all = data?.data ?? [];
  const standing = (...wanted: Standing[]) => all.filter((row) => wanted.includes(standingOf(row, now)));
  return (
    <ListPage>
      <PageHead
        title={t`My day`}
        description={
          <Trans>What you promised to clients, and what of their compliance is late or about to be.</Trans>
        }
      />
      <Gutter>
        {data ? null : (
          <div aria-busy="true">
            <Skeleton height={96} />
          </div>
        )}
        {data?.page.next ? (
          <Strip tone="info">
            <Trans>More is due than fits here. What has been due longest stands first.</Trans>
          </Strip>
        ) : null}
        <Part title={t`Overdue`} rows={standing('overdue')} />
        <Part title={t`Today`} rows={standing('today')} />
        <Part title={t`Next seven days`} rows={standing('ahead', 'snoozed')} />
        {allows(pageCatalogue.compliance) ? <DueCard /> : null}
        {data && all.length === 0 ? (
          <EmptyState
            kind="first-use"
            title={t`Nothing is due`}
            action={
              <LinkButton href="/clients" variant="default">
                <Trans>Go to clients</Trans>
              </LinkButton>
            }
          >
            <Trans>Add a follow-up on a client's overview, and it appears here on its day.</Trans>
          </EmptyState>
        ) : null}
      </Gutter>
    </ListPage>
  );
}

function Part({ title, rows }: { title: string; rows: readonly MyFollowUp[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} count={rows.length} flush>
      <CardRows>
        {rows.map((row) => (
          <FollowUpRow
            key={row.id}
            followUp={row}
            whose={
              <Link className="fy-link" href={`/clients/${row.clientId}`}>
                {row.clientName}
              </Link>
            }
          />
        ))}
      </CardRows>
    </Card>
  );
}
