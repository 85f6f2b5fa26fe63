import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLock, IconLockOpen } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { OperatedWorkspace } from '#contracts/schemas/operator.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Mark } from '#ui/Mark.tsx';
import { ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import { TableFoot } from '#ui/TableFoot.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { usePager } from '../paging.ts';
import { OperatorError } from './OperatorError.tsx';
import classes from './operator.module.css';
import { workspacesAt } from './queries.ts';
import { useSuspending } from './useSuspending.tsx';

export const route = createLazyRoute('/operator/')({ component: WorkspacesPage });

/** Every workspace of the installation; never what is in it. */
function WorkspacesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const rows = useQuery({ ...workspacesAt(search.cursor), placeholderData: keepPreviousData });
  const pager = usePager(search, rows.data);
  const columns = useColumns();
  const suspending = useSuspending();
  if (rows.isError) return <OperatorError error={rows.error} onRetry={() => void rows.refetch()} />;

  const menu = (workspace: OperatedWorkspace) =>
    workspace.status === 'active' ? (
      <Menu.Item
        color="var(--fy-bad-text)"
        leftSection={<IconLock size={16} stroke={1.7} />}
        onClick={() => suspending.toggle(workspace)}
      >
        <Trans>Suspend</Trans>
      </Menu.Item>
    ) : (
      <Menu.Item
        leftSection={<IconLockOpen size={16} stroke={1.7} />}
        onClick={() => suspending.toggle(workspace)}
      >
        <Trans>Let in again</Trans>
      </Menu.Item>
    );
  return (
    <ListPage>
      <PageHead
        title={t`Workspaces`}
        description={<Trans>All workspaces of this installation, with what they pay for.</Trans>}
      />
      <DataTable
        label={t`Workspaces`}
        columns={columns}
        rows={rows.data?.data}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        fetching={rows.isPlaceholderData}
        rowMenu={menu}
        renderCard={(workspace) => (
          <div className={classes.card}>
            <Mark id={workspace.id} name={workspace.name} size={36} />
            <div className={classes.cardText}>
              <b translate="no">{workspace.name}</b>
              <span>
                {workspace.slug} · {workspace.plan.name}
              </span>
              <WorkspaceStatus workspace={workspace} />
            </div>
            <Menu>
              <Menu.Target>
                <ActionIcon aria-label={t`Actions for ${workspace.name}`} size={36}>
                  <IconDots size={17} stroke={1.9} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>{menu(workspace)}</Menu.Dropdown>
            </Menu>
          </div>
        )}
        empty={<EmptyState kind="no-match" title={t`No workspace yet`} />}
      />
      {rows.data && (pager.onNext || pager.onPrev) ? <TableFoot {...pager} selectable={false} /> : null}
      {suspending.dialog}
    </ListPage>
  );
}

function WorkspaceStatus({ workspace: { status } }: { workspace: OperatedWorkspace }) {
  return status === 'active' ? (
    <Status tone="ok">
      <Trans>Active</Trans>
    </Status>
  ) : (
    <Status tone="bad" strong>
      <Trans>Suspended</Trans>
    </Status>
  );
}

function useColumns(): DataColumn<OperatedWorkspace>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Workspace`,
        width: 260,
        fixed: true,
        cell: ({ id, name }) => (
          <span className={classes.name}>
            <Mark id={id} name={name} />
            <span translate="no">{name}</span>
          </span>
        ),
      },
      {
        id: 'slug',
        header: t`Address`,
        width: 180,
        dim: true,
        cell: ({ slug }) => <span translate="no">{slug}</span>,
      },
      {
        id: 'plan',
        header: t`Plan`,
        width: 130,
        cell: ({ plan }) => t`${plan.name}, version ${plan.version}`,
      },
      {
        id: 'addOns',
        header: t`Add-ons`,
        width: 180,
        dim: true,
        cell: ({ addOns }) => <span translate="no">{addOns.map(({ name }) => name).join(', ') || '–'}</span>,
      },
      {
        id: 'status',
        header: t`Status`,
        width: 110,
        cell: (workspace) => <WorkspaceStatus workspace={workspace} />,
      },
      {
        id: 'created',
        header: t`Founded`,
        width: 110,
        dim: true,
        cell: ({ createdAt }) => <RelTime at={createdAt} />,
      },
    ],
    [t],
  );
}
