import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Project } from '#contracts/schemas/project.ts';
import { Link } from '#ui/Link.tsx';
import { Status } from '#ui/Status.tsx';
import { Days } from './Days.tsx';
import { Members } from './Members.tsx';
import classes from './projects.module.css';
import { useProjectStatus } from './status.ts';

interface ProjectCardProps {
  project: Project;
  /** Where the name leads, for whoever may edit. */
  href: string | undefined;
  menu: ((project: Project) => ReactNode) | undefined;
}

/** A project on a phone: name and state, then who and when. */
export function ProjectCard({ project, href, menu }: ProjectCardProps) {
  const { t } = useLingui();
  const word = useProjectStatus();
  const { name, status, memberIds, startsOn, endsOn } = project;
  return (
    <div className={classes.card}>
      <div className={classes.cardText}>
        <span className={classes.cardName}>{href ? <Link href={href}>{name}</Link> : name}</span>
        <Status tone={word(status).tone}>{word(status).label}</Status>
        <span className={classes.dim}>
          <Days from={startsOn} to={endsOn} />
        </span>
        <Members ids={memberIds} />
      </div>
      {menu ? (
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={t`Actions for ${name}`} size={36}>
              <IconDots size={17} stroke={1.9} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>{menu(project)}</Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
