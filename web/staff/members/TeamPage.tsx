import { Trans, useLingui } from '@lingui/react/macro';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet } from '@tanstack/react-router';
import { PageHead } from '#ui/PageHead.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { Invitations } from './Invitations.tsx';
import { Members } from './Members.tsx';
import { memberList } from './queries.ts';

export const route = createLazyRoute('/app/settings/team')({ component: TeamPage });

/** Who belongs to the workspace, and who was asked to; the invitation opens in a drawer over it. */
function TeamPage() {
  const { t, i18n } = useLingui();
  const { workspaceId, can } = useHere();
  const { data, isError, error, refetch } = useQuery(memberList(workspaceId));
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="members.view" />;
  }
  return (
    <>
      <PageHead
        title={t`Team`}
        count={data ? i18n.number(data.length) : undefined}
        description={
          <Trans>Who works here, and in which role. A change counts with the person’s next click.</Trans>
        }
        actions={
          can('members.invite') ? (
            <LinkButton
              href="/settings/team/invite"
              leftSection={<IconUserPlus size={15} stroke={1.9} aria-hidden="true" />}
            >
              <Trans>Invite</Trans>
            </LinkButton>
          ) : null
        }
      />
      <Members members={data} />
      <Invitations />
      <Outlet />
    </>
  );
}
