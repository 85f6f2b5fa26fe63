import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { toast } from '#ui/toast.tsx';
import { refreshLists } from '../clients/queries.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { sampleState } from './queries.ts';

/** Loading and removing the sample data; lists follow. */
export function useSample() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const change = useMutation({
    mutationFn: async (verb: 'load' | 'remove') =>
      bodyOf(await api.sample[verb]({ params: { workspaceId } })),
    onSuccess: (state) => {
      queryClient.setQueryData(sampleState(workspaceId).queryKey, state);
      void refreshLists(workspaceId);
      toast.ok(state.loaded ? <Trans>The sample was loaded</Trans> : <Trans>The sample was removed</Trans>);
    },
    onError: (error) => toast.fail(errorText(i18n, error)),
  });
  return {
    load: () => change.mutate('load'),
    remove: () => change.mutate('remove'),
    isBusy: change.isPending,
  };
}
