import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFront } from '../front.ts';
import { session } from '../session/session.ts';
import { StatePage } from './StatePage.tsx';

/** Signed in, but at no company of this portal (any more). */
export function NoCompanyPage({ email }: { email: string }) {
  const { t } = useLingui();
  const { name: firm } = useFront();
  return (
    <StatePage title={t`No access`}>
      <EmptyState
        kind="no-permission"
        order={1}
        title={t`You have no company in this portal`}
        who={
          <span>
            <Trans>
              You are signed in as <strong>{email}</strong>. If you expected to see something here, ask {firm}{' '}
              to invite this address.
            </Trans>
          </span>
        }
        action={
          <Button variant="default" onClick={() => void session.signOut()}>
            <Trans>Sign out</Trans>
          </Button>
        }
      />
    </StatePage>
  );
}
