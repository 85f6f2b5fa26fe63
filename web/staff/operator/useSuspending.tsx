import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OperatedWorkspace } from '#contracts/schemas/operator.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import classes from './operator.module.css';
import { refreshOperated } from './queries.ts';

/** Shuts a workspace after asking, and lets it in again at once. */
export function useSuspending() {
  const { i18n, t } = useLingui();
  const [asking, setAsking] = useState<OperatedWorkspace>();

  const move = useMutation({
    mutationFn: ({ id, version, status }: OperatedWorkspace) =>
      api.operator.setStatus({
        params: { workspaceId: id },
        body: { status: status === 'active' ? 'suspended' : 'active' },
        ifMatch: version,
      }),
    onSuccess: (_, { name, status }) =>
      toast.ok(
        status === 'active' ? <Trans>{name} is suspended</Trans> : <Trans>{name} is let in again</Trans>,
      ),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      setAsking(undefined);
      return refreshOperated();
    },
  });

  const dialog = (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking ? t`Suspend ${asking.name}?` : ''}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <p className={classes.text}>
        <Trans>
          With the next request nobody gets in: neither its people, nor its clients in the portal. Nothing is
          deleted.
        </Trans>
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" data-autofocus onClick={() => setAsking(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" loading={move.isPending} onClick={() => asking && move.mutate(asking)}>
          <Trans>Suspend</Trans>
        </Button>
      </Group>
    </Modal>
  );
  const toggle = (workspace: OperatedWorkspace) =>
    workspace.status === 'active' ? setAsking(workspace) : move.mutate(workspace);
  return { toggle, dialog };
}
