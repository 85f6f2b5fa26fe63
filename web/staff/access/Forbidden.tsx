import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { Permission } from '#contracts/permissions.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { StatePage } from '../shell/StatePage.tsx';
import { useWhyNot } from './useWhyNot.tsx';

/** What the page needs, why this person does not have it, and who can open it. */
export function Forbidden({ permission }: { permission: Permission }) {
  const { t } = useLingui();
  const { can } = useHere();
  const { clientId } = useParams({ strict: false });
  const { gates, who, ask } = useWhyNot(permission, clientId);
  return (
    <StatePage title={t`No access`}>
      <EmptyState
        kind="no-permission"
        order={1}
        title={t`You don’t have access to this page`}
        permission={permission}
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
          </>
        }
      />
    </StatePage>
  );
}
