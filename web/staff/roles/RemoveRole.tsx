import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { meQuery, useHere } from '../session/me.ts';
import { refreshRoles } from './queries.ts';
import classes from './roles.module.css';
import { type RoleChoice, useRoles } from './useRoles.ts';

/** Deletes a role of the workspace's own; of a built-in one, what the workspace has changed about it. */
export function RemoveRole({ role, onClose }: { role: RoleChoice; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { workspaceId } = useHere();
  const { table } = useRoles();
  const { label, builtIn } = role;
  const removing = useMutation({
    mutationFn: () =>
      api.roles.remove({
        params: { workspaceId, role: role.key },
        ifMatch: table.data?.version ?? 0,
      }),
    onSuccess: () => {
      toast.ok(builtIn ? <Trans>{label} is as it came</Trans> : <Trans>{label} was deleted</Trans>);
      onClose();
      void queryClient.invalidateQueries(meQuery);
    },
    onSettled: () => void refreshRoles(workspaceId),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={builtIn ? t`Reset ${label}?` : t`Delete ${label}?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={420}
    >
      <p className={classes.text}>
        {builtIn ? (
          <Trans>It holds again what it came with, and what you changed about it is gone.</Trans>
        ) : (
          <Trans>Nobody holds it. Invitations that name it bring people in as Viewer.</Trans>
        )}
      </p>
      {removing.isError ? (
        <div role="alert">
          <Strip tone="bad">{errorText(i18n, removing.error)}</Strip>
        </div>
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
          {builtIn ? <Trans>Reset</Trans> : <Trans>Delete</Trans>}
        </Button>
      </Group>
    </Modal>
  );
}
