import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { Logo } from '#ui/Logo.tsx';
import classes from './shell.module.css';

/** Stands while the app finds out who is there, and only if that takes long. */
export function StartPage() {
  return (
    <main className={classes.start} aria-busy="true">
      <Logo size={32} />
      <VisuallyHidden>
        <Trans>Loading</Trans>
      </VisuallyHidden>
    </main>
  );
}
