import { Trans } from '@lingui/react/macro';
import { useNetwork } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { meQuery } from '../session/me.ts';
import { session } from '../session/session.ts';
import { FirmMark } from './FirmMark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import classes from './shell.module.css';

/** What stays on screen whatever the page does: the firm's sign, the person, and the way to the content. */
export function Frame({ isBusy = false, children }: { isBusy?: boolean; children: ReactNode }) {
  const isOut = useSyncExternalStore(session.subscribe, session.state) === 'out';
  const { data: me } = useQuery({ ...meQuery, enabled: !isOut });
  const { online } = useNetwork();
  return (
    <div className={classes.frame}>
      <a className="fy-skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <header className={classes.top} data-chrome>
        <Link href="/" className={classes.home}>
          <FirmMark />
        </Link>
        {me ? <PersonMenu user={me.user} /> : null}
      </header>
      {online ? null : (
        <div className={classes.offline}>
          <Strip tone="warn">
            <Trans>You are offline. What you see may be old.</Trans>
          </Strip>
        </div>
      )}
      <main id="main" className={classes.main} tabIndex={-1} aria-busy={isBusy || undefined}>
        {children}
      </main>
    </div>
  );
}
