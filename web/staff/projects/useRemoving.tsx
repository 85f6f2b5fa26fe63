import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Project } from '#contracts/schemas/project.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './projects.module.css';
import { refreshProjects } from './queries.ts';

/** Removes a project after saying who loses sight of the client by it; there is no way back. */
export function useRemoving() {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const [asking, setAsking] = useState<Project>();

  const remove = useMutation({
    mutationFn: ({ clientId, id: projectId, version }: Project) =>
      api.projects.remove({ params: { workspaceId, clientId, projectId }, ifMatch: version }),
    onSuccess: (_, { name }) => toast.ok(<Trans>{name} was removed</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: (_data, _error, { clientId }) => {
      setAsking(undefined);
      void refreshProjects(workspaceId, clientId);
    },
  });

  const dialog = (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking ? t`Remove ${asking.name}?` : ''}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <p className={classes.text}>
        <Trans>
          It cannot be brought back. Whoever saw the client only through this project does not see it any
          more. What happened in it stays in the activity.
        </Trans>
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" data-autofocus onClick={() => setAsking(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => asking && remove.mutate(asking)}>
          <Trans>Remove project</Trans>
        </Button>
      </Group>
    </Modal>
  );
  return { ask: setAsking, dialog };
}
