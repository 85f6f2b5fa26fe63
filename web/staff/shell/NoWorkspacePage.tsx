import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { StaffMe } from '#contracts/schemas/session.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { session } from '../session/session.ts';
import classes from './shell.module.css';

/** Signed in, but a member of no workspace (any more). */
export function NoWorkspacePage({ user }: { user: StaffMe['user'] }) {
  const { t } = useLingui();
  return (
    <main className={classes.whole}>
      <title>{t`No workspace`}</title>
      <EmptyState
        kind="no-permission"
        order={1}
        title={t`You belong to no workspace`}
        who={<Trans>Ask the owner of your workspace to invite {user.email}.</Trans>}
        action={
          <Button variant="default" onClick={() => void session.signOut()}>
            <Trans>Sign out</Trans>
          </Button>
        }
      />
    </main>
  );
}
