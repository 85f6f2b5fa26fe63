import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { ClientId } from '#contracts/ids.ts';
import type { ClientSettings } from '#contracts/schemas/client-settings.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { clientDetail } from '../clients/queries.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { settingsOfClient } from './queries.ts';
import { SettingsForm, SettingsSkeleton } from './SettingsForm.tsx';
import { useDrafts } from './useDrafts.ts';

export const route = createLazyRoute('/app/clients/$clientId/settings')({ component: ClientSettingsTab });

/** What is settled for a client, and what it inherits. */
function ClientSettingsTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(settingsOfClient(workspaceId, clientId));
  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`The settings could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return data ? <Form key={clientId} clientId={clientId} read={data} /> : <SettingsSkeleton />;
}

function Form({ clientId, read }: { clientId: ClientId; read: ClientSettings }) {
  const { can, workspaceId } = useHere();
  const query = settingsOfClient(workspaceId, clientId);
  const editing = useDrafts({
    shown: read.settings,
    own: 'client',
    send: async (drafts) => {
      const answer = await api.clientSettings.update({
        params: { workspaceId, clientId },
        // Every draft came from the input of its setting.
        body: drafts as object,
        ifMatch: read.version,
      });
      queryClient.setQueryData(query.queryKey, bodyOf(answer));
      // The currency stands in the record, too.
      if ('currency' in drafts) void queryClient.invalidateQueries(clientDetail(workspaceId, clientId));
    },
    reload: () => queryClient.fetchQuery({ ...query, staleTime: 0 }),
  });
  return <SettingsForm editing={editing} mayEdit={can('clients.manage_settings')} />;
}
