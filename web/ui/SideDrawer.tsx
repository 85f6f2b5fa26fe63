import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { Closable, useClosing } from './closing.tsx';
import classes from './Form.module.css';

export interface SideDrawerProps {
  opened: boolean;
  /** Also run by Esc, × and the overlay, once a guard that stands inside has asked. */
  onClose: () => void;
  title: string;
  /** Between the title and ×: a `StatusPill`, a small text. */
  head?: ReactNode;
  /** Below the head, above what scrolls. */
  tabs?: ReactNode;
  /** Buttons of the foot, which stays; those of `footEnd` stand at its end. Given how to close, as Esc does. */
  foot?: ReactNode | ((close: () => void) => ReactNode);
  footEnd?: ReactNode;
  size?: number;
  children: ReactNode;
}

/** Drawer at the right: a head that stays, what scrolls, and a foot that stays. */
export function SideDrawer(props: SideDrawerProps) {
  const { opened, title, head, tabs, foot, footEnd, size = 520, children } = props;
  const { t } = useLingui();
  const closing = useClosing(props.onClose);
  return (
    <Drawer.Root
      opened={opened}
      onClose={closing.close}
      size={size}
      transitionProps={{ duration: 160 }}
      classNames={{ content: classes.drawer }}
    >
      <Drawer.Overlay color="var(--fy-veil)" backgroundOpacity={1} />
      <Drawer.Content>
        <Closable closing={closing}>
          <Drawer.Header className={classes.head}>
            <Drawer.Title className={classes.title}>{title}</Drawer.Title>
            {head}
            <Drawer.CloseButton aria-label={t`Close`} size={28} iconSize={18} className={classes.close} />
          </Drawer.Header>
          {tabs}
          <Drawer.Body className={classes.body}>{children}</Drawer.Body>
          {foot || footEnd ? (
            <footer className={classes.foot}>
              <span>{typeof foot === 'function' ? foot(closing.close) : foot}</span>
              <span className={classes.footEnd}>{footEnd}</span>
            </footer>
          ) : null}
        </Closable>
      </Drawer.Content>
    </Drawer.Root>
  );
}
