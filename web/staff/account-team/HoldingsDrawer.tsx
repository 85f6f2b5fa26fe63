import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Member } from '#contracts/schemas/member.ts';
import { Link } from '#ui/Link.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { useHere } from '../session/me.ts';
import classes from './account-team.module.css';
import { ownedBy, placesOf } from './queries.ts';
import { useTeamWords } from './words.ts';

/** What a member holds: the clients he owns, and those on whose team he is, as far as the reader sees them. */
export function HoldingsDrawer({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const { workspaceId, user, can } = useHere();
  const words = useTeamWords();
  const { userId, name } = member;
  // What others own is told to whoever sees all clients; everybody may know what is their own.
  const mayLook = can('clients.view_all') || userId === user.id;
  const owned = useInfiniteQuery({ ...ownedBy(workspaceId, userId), enabled: mayLook });
  const places = useInfiniteQuery(placesOf(workspaceId, userId));
  return (
    <SideDrawer opened onClose={onClose} title={t`What ${name} holds`}>
      {mayLook ? (
        <Section
          title={t`Clients owned`}
          rows={owned.data?.pages.flatMap(({ data }) =>
            data.map((client) => ({ id: client.id, client: client.name, fact: null })),
          )}
          isError={owned.isError}
          onMore={owned.hasNextPage ? () => void owned.fetchNextPage() : undefined}
          empty={<Trans>Owns no client.</Trans>}
        />
      ) : null}
      <Section
        title={t`On account teams`}
        rows={places.data?.pages.flatMap(({ data }) =>
          data.map((place) => ({ id: place.clientId, client: place.clientName, fact: words[place.role] })),
        )}
        isError={places.isError}
        onMore={places.hasNextPage ? () => void places.fetchNextPage() : undefined}
        empty={<Trans>Is on no account team.</Trans>}
      />
    </SideDrawer>
  );
}

interface SectionProps {
  title: string;
  /** Undefined while they are read. */
  rows: { id: string; client: string; fact: ReactNode }[] | undefined;
  isError: boolean;
  onMore: (() => void) | undefined;
  empty: ReactNode;
}

function Section({ title, rows, isError, onMore, empty }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <h3>{title}</h3>
      {rows && rows.length > 0 ? (
        <ul className={classes.rows}>
          {rows.map(({ id, client, fact }) => (
            <li key={id}>
              <Link className="fy-link" href={`/clients/${id}`}>
                {client}
              </Link>
              <span className={classes.dim}>{fact}</span>
            </li>
          ))}
        </ul>
      ) : rows && !onMore ? (
        <p className={classes.text}>{empty}</p>
      ) : isError ? (
        <p className={classes.text} role="alert">
          <Trans>This could not be read.</Trans>
        </p>
      ) : rows ? null : (
        <Skeleton height={10} width="40%" />
      )}
      {onMore ? (
        <Button variant="default" size="compact-xs" mt={8} onClick={onMore}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </section>
  );
}
