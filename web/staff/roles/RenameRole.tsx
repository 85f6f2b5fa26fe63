import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { api, bodyOf } from '../session/api.ts';
import { FirstProblem } from '../session/FirstProblem.tsx';
import { useHere } from '../session/me.ts';
import { keepRoles } from './queries.ts';
import classes from './roles.module.css';
import { type RoleChoice, useRoles } from './useRoles.ts';

/** Gives a role of the workspace's own another name; its key stays. */
export function RenameRole({ role, onClose }: { role: RoleChoice; onClose: () => void }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { table } = useRoles();
  const { label } = role;
  const form = useApiForm({
    initial: { name: role.name },
    place: () => ({ label: t`Name` }),
    check: ({ name }) => ({ name: name.trim() === '' ? t`Must not be blank` : null }),
    send: async ({ name }) => {
      const answer = await api.roles.update({
        params: { workspaceId, role: role.key },
        body: { name, permissions: role.permissions },
        ifMatch: table.data?.version ?? 0,
      });
      keepRoles(workspaceId, bodyOf(answer));
      toast.ok(<Trans>The role was renamed</Trans>);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Rename ${label}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={420}
    >
      <form
        className={classes.rename}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit(onClose);
        }}
      >
        <FirstProblem problems={form.problems} attempt={form.attempt} />
        <TextInput {...form.field('name')} label={t`Name`} maxLength={40} required data-autofocus />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={form.busy}>
            <Trans>Rename</Trans>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
