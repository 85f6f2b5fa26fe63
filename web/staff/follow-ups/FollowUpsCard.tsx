import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { FollowUp, FollowUpState } from '#contracts/schemas/follow-up.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../session/me.ts';
import { FollowUpRow } from './FollowUpRow.tsx';
import classes from './follow-ups.module.css';
import { followUpsOf } from './queries.ts';

const FollowUpDrawer = onDemand(async () => (await import('./FollowUpDrawer.tsx')).FollowUpDrawer);

/** What was promised to a client: the open ones, and on request those that were kept. */
export function FollowUpsCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const [state, setState] = useState<FollowUpState>('open');
  const [adding, setAdding] = useState(false);
  const { data, isError, refetch } = useQuery(followUpsOf(workspaceId, clientId, state));
  const count = data && (data.page.next ? `${data.data.length}+` : data.data.length);
  return (
    <Card
      title={state === 'open' ? t`Follow-ups` : t`Follow-ups done`}
      count={count}
      flush
      action={
        <>
          <Button
            variant="subtle"
            color="gray"
            c="dimmed"
            size="xs"
            onClick={() => setState(state === 'open' ? 'done' : 'open')}
          >
            {state === 'open' ? <Trans>Show done</Trans> : <Trans>Show open</Trans>}
          </Button>
          {can('timeline.note') ? (
            <Button
              variant="subtle"
              color="gray"
              c="dimmed"
              size="xs"
              leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              <Trans>Add follow-up</Trans>
            </Button>
          ) : null}
        </>
      }
    >
      {data && data.data.length > 0 ? (
        <CardRows>
          {data.data.map((followUp) => (
            <FollowUpRow key={followUp.id} followUp={followUp} whose={<Owner followUp={followUp} />} />
          ))}
        </CardRows>
      ) : (
        <div className={classes.empty}>
          {data ? (
            <Nothing state={state} />
          ) : isError ? (
            <Unread onRetry={() => void refetch()} />
          ) : (
            <Skeleton height={10} width="40%" />
          )}
        </div>
      )}
      {adding ? (
        <FollowUpDrawer clientId={clientId} followUp={null} onClose={() => setAdding(false)} />
      ) : null}
    </Card>
  );
}

const Owner = ({ followUp: { ownerId, ownerName } }: { followUp: FollowUp }) => (
  <Person id={ownerId} name={ownerName} size={18} label />
);

const Nothing = ({ state }: { state: FollowUpState }) =>
  state === 'open' ? (
    <Trans>Nothing is owed. Add what you promised this client, and by when.</Trans>
  ) : (
    <Trans>Nothing was done yet.</Trans>
  );

const Unread = ({ onRetry }: { onRetry: () => void }) => (
  <span role="alert">
    <Trans>The follow-ups could not be read.</Trans>{' '}
    <Button variant="default" size="compact-xs" onClick={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  </span>
);
