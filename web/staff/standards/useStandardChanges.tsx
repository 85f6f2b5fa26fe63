import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Standard } from '#contracts/schemas/standard.ts';
import { toast } from '#ui/toast.tsx';
import { RemoveDialog } from '../companies/RemoveDialog.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { standardsOf } from './queries.ts';

/** Archives a standard, brings it back, or deletes it after asking. */
export function useStandardChanges() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const [leaving, setLeaving] = useState<Standard>();
  const settle = {
    onError: (error: unknown) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      setLeaving(undefined);
      return queryClient.invalidateQueries(standardsOf(workspaceId));
    },
  };
  const at = ({ key, version }: Standard) => ({
    params: { workspaceId, standardKey: key },
    ifMatch: version,
  });
  const archiving = useMutation({
    mutationFn: ({ standard, archived }: { standard: Standard; archived: boolean }) =>
      api.standards.update({ ...at(standard), body: { archived } }),
    onSuccess: (_, { standard: { name }, archived }) =>
      toast.ok(archived ? <Trans>{name} was archived</Trans> : <Trans>{name} is offered again</Trans>),
    ...settle,
  });
  const removing = useMutation({
    mutationFn: (standard: Standard) => api.standards.remove(at(standard)),
    onSuccess: (_, { name }) => toast.ok(<Trans>{name} was deleted</Trans>),
    ...settle,
  });
  return {
    archive: (standard: Standard, archived: boolean) => archiving.mutate({ standard, archived }),
    ask: setLeaving,
    dialog: (
      <RemoveDialog
        name={leaving?.name}
        busy={removing.isPending}
        onCancel={() => setLeaving(undefined)}
        onDone={() => leaving && removing.mutate(leaving)}
      >
        <Trans>No client has it. Its key becomes free.</Trans>
      </RemoveDialog>
    ),
  };
}
