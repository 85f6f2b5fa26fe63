import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Invitation } from '#contracts/schemas/invitation.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { useRoles } from '../roles/useRoles.ts';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';
import { InvitationActions } from './InvitationActions.tsx';
import classes from './members.module.css';
import { invitationList } from './queries.ts';

/** Who was asked to join, and what became of it. */
export function Invitations() {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const label = useRoleLabel();
  const asked = useInfiniteQuery(invitationList(workspaceId));
  const rows = asked.data?.pages.flatMap(({ data }) => data);
  const columns = useColumns();
  return (
    <section className={classes.table} aria-labelledby="invitations">
      <h2 id="invitations" className={classes.heading}>
        <Trans>Invitations</Trans>
      </h2>
      {asked.isError && !rows ? (
        <EmptyState
          kind="error"
          order={3}
          title={t`The invitations could not be read`}
          traceId={traceIdOf(asked.error)}
          onRetry={() => void asked.refetch()}
        />
      ) : (
        <DataTable
          label={t`Invitations`}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ email }) => email}
          skeletonRows={2}
          renderCard={(invitation) => (
            <div className={classes.card}>
              <div className={classes.cardHead}>
                <span className={classes.address}>{invitation.email}</span>
                <State invitation={invitation} />
              </div>
              <p className={classes.cardText}>
                {label(invitation.role)} · <Sent invitation={invitation} />
              </p>
              {can('members.invite') ? <InvitationActions invitation={invitation} /> : null}
            </div>
          )}
          empty={
            <p className={classes.none}>
              <Trans>Nobody has been invited yet.</Trans>
            </p>
          }
        />
      )}
      {asked.hasNextPage ? (
        <div className={classes.more}>
          <Button
            size="xs"
            variant="default"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            <Trans>Show older ones</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function State({ invitation: { state, delivery } }: { invitation: Invitation }) {
  const { t } = useLingui();
  if (state === 'open' && delivery === 'failed') {
    return <Status tone="bad" strong>{t`Mail failed`}</Status>;
  }
  switch (state) {
    case 'open':
      return <Status tone="info">{t`Open`}</Status>;
    case 'expired':
      return <Status tone="warn">{t`Expired`}</Status>;
    case 'accepted':
      return <Status tone="ok">{t`Accepted`}</Status>;
    default:
      return <Status tone="idle" dimmed>{t`Revoked`}</Status>;
  }
}

const Sent = ({ invitation: { sentAt, invitedBy } }: { invitation: Invitation }) => (
  <>
    <RelTime at={sentAt} /> <Trans>by {invitedBy}</Trans>
  </>
);

/** What the role of an invitation is called; one that is gone by its key. */
function useRoleLabel() {
  const { choices } = useRoles();
  const roleName = useRoleName();
  return useCallback(
    (role: string) => choices.find(({ key }) => key === role)?.label ?? roleName(role),
    [choices, roleName],
  );
}

function useColumns(): DataColumn<Invitation>[] {
  const { t } = useLingui();
  const { can } = useHere();
  const label = useRoleLabel();
  const mayInvite = can('members.invite');
  return useMemo(() => {
    const columns: DataColumn<Invitation>[] = [
      { id: 'email', header: t`E-mail`, width: 220, fixed: true, cell: ({ email }) => email },
      { id: 'role', header: t`Role`, width: 110, dim: true, cell: ({ role }) => label(role) },
      { id: 'state', header: t`State`, width: 120, cell: (invitation) => <State invitation={invitation} /> },
      {
        id: 'sent',
        header: t`Sent`,
        width: 170,
        dim: true,
        cell: (invitation) => <Sent invitation={invitation} />,
      },
    ];
    if (!mayInvite) return columns;
    return [
      ...columns,
      {
        id: 'act',
        header: t`Actions`,
        width: 180,
        cell: (invitation) => <InvitationActions invitation={invitation} />,
      },
    ];
  }, [t, mayInvite, label]);
}
