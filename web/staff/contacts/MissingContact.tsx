import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ApiError } from '#contracts/client.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';

interface MissingContactProps {
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}

/** In place of a contact that is not there, or could not be read. */
export function MissingContact({ error, onRetry, onClose }: MissingContactProps) {
  const { t } = useLingui();
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <SideDrawer opened onClose={onClose} title={isGone ? t`Contact not found` : t`Contact`}>
      {isGone ? (
        <EmptyState
          kind="no-match"
          order={3}
          title={t`Nobody is here`}
          action={
            <Button variant="default" onClick={onClose}>
              <Trans>Back to the contacts</Trans>
            </Button>
          }
        >
          <Trans>
            This client has no such contact. They may have been removed, or the address is mistyped.
          </Trans>
        </EmptyState>
      ) : (
        <EmptyState
          kind="error"
          order={3}
          title={t`The contact could not be read`}
          traceId={traceIdOf(error)}
          onRetry={onRetry}
        />
      )}
    </SideDrawer>
  );
}
