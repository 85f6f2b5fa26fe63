import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { Permission } from '#contracts/permissions.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { StatePage } from '../shell/StatePage.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { useWhyNot } from './useWhyNot.tsx';

export interface NotFoundProps {
  /** What opens the page that was asked for, if there is one of this address. */
  permission?: Permission | undefined;
}

/**
 * Absent, of another workspace or out of sight: all look the same, as they do on the server. Where the address
 * is that of a page, the reader is told which gate is shut.
 */
export function NotFound({ permission }: NotFoundProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const { clientId } = useParams({ strict: false });
  const { gates, who, ask, isRestorable } = useWhyNot(permission, clientId);
  return (
    <StatePage title={t`Page not found`}>
      <EmptyState
        kind="no-match"
        order={1}
        title={t`Page not found`}
        gates={gates}
        who={who}
        action={
          <>
            {can('clients.view') ? (
              <LinkButton href="/clients" variant="default">
                <Trans>Go to clients</Trans>
              </LinkButton>
            ) : null}
            {ask}
            {isRestorable && clientId ? <RestoreButton clientId={clientId} /> : null}
          </>
        }
      >
        {isRestorable ? (
          <Trans>This client is in the trash. Restoring it brings everything back.</Trans>
        ) : (
          <Trans>
            Nothing is here, or it is nothing that you can see. The address may be old or mistyped.
          </Trans>
        )}
      </EmptyState>
    </StatePage>
  );
}
