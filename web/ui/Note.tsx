import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

/** Yellow box with a lock: text in it never reaches the client. `end` stands at the end of its label. */
export function Note({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.note}>
      <span className={classes.label}>
        <IconLock size={14} stroke={1.7} aria-hidden="true" />
        <Trans>Internal</Trans>
        {end ? <span className={classes.end}>{end}</span> : null}
      </span>
      <div>{children}</div>
    </div>
  );
}
