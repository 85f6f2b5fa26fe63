import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import type { Project } from '#contracts/schemas/project.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { TableFoot } from '#ui/TableFoot.tsx';
import { usePager } from '../paging.ts';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { useProjectColumns } from './columns.tsx';
import { ProjectCard } from './ProjectCard.tsx';
import classes from './projects.module.css';
import { projectsOf } from './queries.ts';
import { useRemoving } from './useRemoving.tsx';

export const route = createLazyRoute('/app/clients/$clientId/projects')({ component: ProjectsTab });

/** What is done for the client, and by whom; without projects.view_all those one is a member of. */
function ProjectsTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const search = route.useSearch();
  const { workspaceId, can } = useHere();
  const navigate = useNavigate();
  const { data, isError, error, refetch, isPlaceholderData } = useQuery({
    ...projectsOf(workspaceId, clientId, search.cursor),
    placeholderData: keepPreviousData,
  });
  const columns = useProjectColumns();
  const pager = usePager(search, data);
  const removing = useRemoving();
  const mayEdit = can('projects.update');
  const mayRemove = can('projects.delete');
  const hasMenu = mayEdit || mayRemove;

  const hrefOf = ({ id }: Project) => `/clients/${clientId}/projects/${id}`;
  const open = ({ id: projectId }: Project) =>
    void navigate({
      to: '/clients/$clientId/projects/$projectId',
      params: { clientId, projectId },
      search: (old) => old,
    });
  const menu = (project: Project) => (
    <>
      {mayEdit ? (
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => open(project)}>
          <Trans>Edit</Trans>
        </Menu.Item>
      ) : null}
      {mayRemove ? (
        <Menu.Item
          color="var(--fy-bad-text)"
          leftSection={<IconTrash size={16} stroke={1.7} />}
          onClick={() => removing.ask(project)}
        >
          <Trans>Remove</Trans>
        </Menu.Item>
      ) : null}
    </>
  );
  const add = can('projects.create') ? (
    <LinkButton
      href={`/clients/${clientId}/projects/new`}
      variant={data?.data.length ? 'default' : 'filled'}
      leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
    >
      <Trans>New project</Trans>
    </LinkButton>
  ) : null;

  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`The projects could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      {add && data?.data.length ? <div className={classes.tools}>{add}</div> : null}
      <DataTable
        label={t`Projects`}
        columns={columns}
        rows={data?.data}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        fetching={isPlaceholderData}
        skeletonRows={4}
        {...(hasMenu && { rowMenu: menu })}
        {...(mayEdit && { onOpen: open })}
        renderCard={(project) => (
          <ProjectCard
            project={project}
            href={mayEdit ? hrefOf(project) : undefined}
            menu={hasMenu ? menu : undefined}
          />
        )}
        empty={
          <EmptyState kind="first-use" title={t`No projects yet`} action={add}>
            {can('projects.view_all') ? (
              <Trans>A project says what is done for this client, until when, and who sees the client.</Trans>
            ) : (
              <Trans>You are in no project of this client. Projects of others are not shown to you.</Trans>
            )}
          </EmptyState>
        }
      />
      {data && (pager.onNext || pager.onPrev) ? <TableFoot {...pager} selectable={false} /> : null}
      {removing.dialog}
      <Outlet />
    </>
  );
}
