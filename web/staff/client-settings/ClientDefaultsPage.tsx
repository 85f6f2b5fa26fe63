import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { ClientDefaults } from '#contracts/schemas/client-settings.ts';
import { Link } from '#ui/Link.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import classes from './client-settings.module.css';
import { clientDefaults } from './queries.ts';
import { SettingsForm, SettingsSkeleton } from './SettingsForm.tsx';
import { useDrafts } from './useDrafts.ts';

export const route = createLazyRoute('/app/settings/clients')({ component: ClientDefaultsPage });

/** What holds for every client that says nothing else. */
function ClientDefaultsPage() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(clientDefaults(workspaceId));
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="settings.manage" />;
  }
  return (
    <>
      <PageHead
        title={t`Client defaults`}
        description={
          <Trans>
            What holds for every client. A client, or a parent company of it, can say otherwise in its own
            settings.
          </Trans>
        }
      />
      {data ? <Form read={data} /> : <SettingsSkeleton />}
    </>
  );
}

function Form({ read }: { read: ClientDefaults }) {
  const { workspaceId } = useHere();
  const query = clientDefaults(workspaceId);
  const editing = useDrafts({
    shown: read.settings,
    own: 'workspace',
    send: async (drafts) => {
      const answer = await api.clientSettings.updateDefaults({
        params: { workspaceId },
        // Every draft came from the input of its setting.
        body: drafts as object,
        ifMatch: read.version,
      });
      queryClient.setQueryData(query.queryKey, bodyOf(answer));
    },
    reload: () => queryClient.fetchQuery({ ...query, staleTime: 0 }),
  });
  return (
    <SettingsForm
      editing={editing}
      mayEdit
      invoicingNote={
        <p className={classes.note}>
          <Trans>
            The currency is that of the workspace, in{' '}
            <Link className="fy-link" href="/settings/general">
              General
            </Link>
            .
          </Trans>
        </p>
      }
    />
  );
}
