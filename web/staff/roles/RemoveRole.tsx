import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Person } from '#ui/Person.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { memberList } from '../members/queries.ts';
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
  const { table, choices } = useRoles();
  const { data: members } = useQuery({ ...memberList(workspaceId), enabled: role.members > 0 });
  const [successor, setSuccessor] = useState('viewer');
  const holders = role.builtIn ? [] : (members ?? []).filter((member) => member.role === role.key);
  const offers = choices.filter(({ key, isWithin }) => key !== role.key && key !== 'owner' && isWithin);
  // Who gets another role is shown before it happens.
  const isReading = !role.builtIn && role.members > 0 && members === undefined;
  const { label, builtIn } = role;
  const removing = useMutation({
    mutationFn: () =>
      api.roles.remove({
        params: { workspaceId, role: role.key },
        ...(holders.length > 0 && { query: { successor } }),
        ifMatch: table.data?.version ?? 0,
      }),
    onSuccess: () => {
      toast.ok(builtIn ? <Trans>{label} is as it came</Trans> : <Trans>{label} was deleted</Trans>);
      onClose();
      void queryClient.invalidateQueries(meQuery);
      void queryClient.invalidateQueries(memberList(workspaceId));
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
          <Trans>Invitations that name it bring people in as Viewer.</Trans>
        )}
      </p>
      {holders.length > 0 ? (
        <>
          <p className={classes.text}>
            <Plural
              value={holders.length}
              one="# person holds it and gets another role with the same step:"
              other="# people hold it and get another role with the same step:"
            />
          </p>
          <ul className={classes.holders}>
            {holders.map(({ userId, name }) => (
              <li key={userId}>
                <Person id={userId} name={name} size={20} label />
              </li>
            ))}
          </ul>
          <NativeSelect
            label={t`Their role from now on`}
            data={offers.map(({ key, label: name }) => ({ value: key, label: name }))}
            value={successor}
            onChange={(event) => setSuccessor(event.currentTarget.value)}
          />
        </>
      ) : null}
      {removing.isError ? (
        <div role="alert">
          <Strip tone="bad">{errorText(i18n, removing.error)}</Strip>
        </div>
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" loading={removing.isPending || isReading} onClick={() => removing.mutate()}>
          {builtIn ? <Trans>Reset</Trans> : <Trans>Delete</Trans>}
        </Button>
      </Group>
    </Modal>
  );
}
