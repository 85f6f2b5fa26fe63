import { useLingui } from '@lingui/react/macro';
import type { Project } from '#contracts/schemas/project.ts';
import { Link } from '#ui/Link.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { useHere } from '../session/me.ts';
import { Days } from './Days.tsx';
import { Members } from './Members.tsx';
import classes from './projects.module.css';
import { isClosed, useProjectStatus } from './status.ts';

export function useProjectColumns(): DataColumn<Project>[] {
  const { t } = useLingui();
  const { can } = useHere();
  const word = useProjectStatus();
  return [
    {
      id: 'name',
      header: t`Project`,
      width: 280,
      fixed: true,
      cell: ({ id, clientId, name }) => (
        <span className={classes.name}>
          {can('projects.update') ? <Link href={`/clients/${clientId}/projects/${id}`}>{name}</Link> : name}
        </span>
      ),
    },
    {
      id: 'status',
      header: t`Status`,
      width: 120,
      cell: ({ status }) => (
        <Status tone={word(status).tone} dimmed={isClosed(status)}>
          {word(status).label}
        </Status>
      ),
    },
    { id: 'members', header: t`Members`, width: 180, cell: ({ memberIds }) => <Members ids={memberIds} /> },
    {
      id: 'days',
      header: t`Dates`,
      width: 220,
      dim: true,
      cell: ({ startsOn, endsOn }) => <Days from={startsOn} to={endsOn} />,
    },
    {
      id: 'updated',
      header: t`Changed`,
      width: 120,
      dim: true,
      cell: ({ updatedAt }) => <RelTime at={updatedAt} />,
    },
  ];
}
