import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { daysAfter } from '#contracts/days.ts';
import type { DueRequirement } from '#contracts/schemas/requirement.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { today } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { DeadlineCell, StateCell } from './cells.tsx';
import { requirementsDue } from './queries.ts';
import classes from './requirements.module.css';

/** Days of deadlines ahead that are shown beside what is late. */
const AHEAD = 30;

/** What is expired, overdue or about to be at the clients one sees, the longest first. */
export function DueCard() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const found = useInfiniteQuery(requirementsDue(workspaceId, daysAfter(today(), AHEAD)));
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  // A page holds only what the reader sees, so the first ones may be empty.
  const isBare = data !== undefined && rows.length === 0 && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (isBare) void fetchNextPage();
  }, [isBare, fetchNextPage]);
  return (
    <Card title={t`Compliance of your clients`} count={rows.length > 0 ? rows.length : undefined} flush>
      {rows.length > 0 ? (
        <CardRows>
          {rows.map((row) => (
            <DueRow key={row.id} row={row} />
          ))}
        </CardRows>
      ) : (
        <div className={classes.dueNote}>
          {isError ? (
            <Trans>Compliance could not be read.</Trans>
          ) : data && !hasNextPage ? (
            <Trans>Nothing has expired, and nothing is due in the next thirty days.</Trans>
          ) : (
            <Skeleton height={40} />
          )}
        </div>
      )}
      {rows.length > 0 && hasNextPage ? (
        <div className={classes.dueNote}>
          <Button
            size="xs"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function DueRow({ row }: { row: DueRequirement }) {
  const { clientId, clientName, standardName, ownerId, ownerName } = row;
  const shown = { ...row, waiver: null };
  return (
    <li>
      <div className={classes.dueRow}>
        <span className={classes.dueWhat}>
          <Link className="fy-link" href={`/clients/${clientId}/compliance`}>
            {clientName}
          </Link>{' '}
          · {standardName}
        </span>
        <StateCell requirement={shown} />
        <DeadlineCell requirement={shown} />
        <Person id={ownerId} name={ownerName} size={20} label />
      </div>
    </li>
  );
}
