import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Form.module.css';

export interface SideDrawerProps {
  /** Also run by Esc and ×. */
  onClose: () => void;
  title: string;
  /** `StatusPill` after the title. */
  badge?: ReactNode;
  /** Buttons of the foot; those of `footEnd` stand at its end. */
  foot?: ReactNode;
  footEnd?: ReactNode;
  size?: number;
  children: ReactNode;
}

/** A drawer at the right that shows something, in the frame that `DrawerForm` gives to a form. */
export function SideDrawer({ onClose, title, badge, foot, footEnd, size = 520, children }: SideDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      size={size}
      transitionProps={{ duration: 160 }}
      classNames={{ content: classes.drawer }}
    >
      <Drawer.Overlay color="var(--fy-veil)" backgroundOpacity={1} />
      <Drawer.Content>
        <Drawer.Header className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          {badge}
          <Drawer.CloseButton aria-label={t`Close`} size={28} iconSize={18} className={classes.close} />
        </Drawer.Header>
        <Drawer.Body className={classes.body}>{children}</Drawer.Body>
        {foot || footEnd ? (
          <footer className={classes.foot}>
            <span>{foot}</span>
            <span className={classes.footEnd}>{footEnd}</span>
          </footer>
        ) : null}
      </Drawer.Content>
    </Drawer.Root>
  );
}
