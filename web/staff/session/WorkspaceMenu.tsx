import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { WorkspaceId } from '#contracts/ids.ts';
import { Mark } from '#ui/Mark.tsx';
import { WorkspaceButton } from '#ui/WorkspaceButton.tsx';
import { switchWorkspace, useHere } from './me.ts';
import { useRoleName } from './roles.ts';
import classes from './session.module.css';

/** Which workspace this is, and the others; with one only there is nothing to choose. */
export function WorkspaceMenu({ folded }: { folded: boolean }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const roleName = useRoleName();
  const { workspace, workspaces } = useHere();
  const mark = <Mark id={workspace.id} name={workspace.name} size={24} />;
  if (workspaces.length < 2) {
    return (
      <div className={classes.workspace} data-folded={folded || undefined}>
        {mark}
        <span className={classes.workspaceName}>{workspace.name}</span>
      </div>
    );
  }

  const choose = async (id: WorkspaceId) => {
    if (id === workspace.id) return;
    await navigate({ to: '/clients' });
    switchWorkspace(id);
  };

  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <WorkspaceButton name={workspace.name} mark={mark} folded={folded} switchable />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Workspaces`}</Menu.Label>
        <Menu.RadioGroup value={workspace.id}>
          {workspaces.map(({ id, name, role, roleName: given }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick onChange={() => void choose(id)}>
              <span className={classes.option}>
                <Mark id={id} name={name} size={22} />
                {name}
                <span className={classes.role}>{roleName(role, given)}</span>
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
