import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

/** Yellow box with a lock: text in it never reaches the client. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <div className={classes.note}>
      <span className={classes.label}>
        <IconLock size={14} stroke={1.7} aria-hidden="true" />
        <Trans>Internal</Trans>
      </span>
      <div>{children}</div>
    </div>
  );
}
