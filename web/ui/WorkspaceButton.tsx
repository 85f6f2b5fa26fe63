import { UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import classes from './Rail.module.css';

interface WorkspaceButtonProps extends ComponentProps<'button'> {
  name: string;
  mark: ReactNode;
  folded?: boolean;
  /** Shows that a press opens the list of workspaces. */
  switchable?: boolean;
}

/** Head of the rail; meant as a `Menu.Target` child, hence it passes all other props on. */
export function WorkspaceButton({
  name,
  mark,
  folded,
  switchable,
  className,
  ...rest
}: WorkspaceButtonProps) {
  return (
    <UnstyledButton
      className={`${classes.workspaceButton} ${className ?? ''}`}
      aria-label={folded ? name : undefined}
      {...rest}
    >
      {mark}
      {folded ? null : <span className={classes.workspaceName}>{name}</span>}
      {switchable && !folded ? <IconSelector size={15} stroke={1.7} aria-hidden="true" /> : null}
    </UnstyledButton>
  );
}
