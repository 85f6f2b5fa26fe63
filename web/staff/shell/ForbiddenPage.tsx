import { Trans, useLingui } from '@lingui/react/macro';
import type { Permission } from '#contracts/permissions.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Gates } from '#ui/Gates.tsx';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';
import { LinkButton } from './LinkButton.tsx';
import { StatePage } from './StatePage.tsx';

/** What the page needs and why this person does not have it. */
export function ForbiddenPage({ permission }: { permission: Permission }) {
  const { t } = useLingui();
  const { workspace, can } = useHere();
  const role = useRoleName()(workspace.role, workspace.roleName);
  const title = t`You don’t have access to this page`;
  return (
    <StatePage title={t`No access`}>
      <EmptyState
        kind="no-permission"
        order={1}
        title={title}
        permission={permission}
        gates={
          <Gates
            gates={[
              {
                id: 'workspace',
                label: t`Workspace`,
                reason: t`You are a member of ${workspace.name}`,
                state: 'pass',
              },
              { id: 'role', label: t`Role`, reason: t`${role} lacks ${permission}`, state: 'stop' },
            ]}
          />
        }
        who={<Trans>An owner or admin of the workspace can change this.</Trans>}
        action={
          can('clients.view') ? (
            <LinkButton href="/clients" variant="default">
              <Trans>Go to clients</Trans>
            </LinkButton>
          ) : null
        }
      />
    </StatePage>
  );
}
