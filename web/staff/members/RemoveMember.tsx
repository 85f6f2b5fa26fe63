import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Progress, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '#contracts/schemas/member.ts';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { useHere } from '../session/me.ts';
import classes from './members.module.css';
import { refreshHoldings, refreshMembers } from './queries.ts';
import { removeMember } from './removing.ts';
import { useHeirs } from './useHeirs.ts';

interface RemoveMemberProps {
  member: Member;
  everybody: Member[];
  onClose: () => void;
}

/** Asks who takes over, then does all the steps and shows how far they are. */
export function RemoveMember({ member, everybody, onClose }: RemoveMemberProps) {
  const { t, i18n } = useLingui();
  const { workspaceId, user, has } = useHere();
  const { name } = member;
  const heirs = useHeirs(member, everybody);
  const [to, setTo] = useState<string>();
  const heir = heirs.find(({ userId }) => userId === (to ?? user.id)) ?? heirs[0];
  const [moved, setMoved] = useState(0);

  const removing = useMutation({
    mutationFn: () =>
      removeMember({
        workspaceId,
        member,
        successor: has('clients') ? heir : undefined,
        onMoved: setMoved,
      }),
    onSuccess: () => {
      toast.ok(<Trans>{name} was removed</Trans>);
      onClose();
    },
    onSettled: () => {
      void refreshMembers(workspaceId);
      refreshHoldings(workspaceId);
    },
  });
  const busy = removing.isPending;

  return (
    <Modal
      opened
      onClose={() => !busy && onClose()}
      title={t`Remove ${name}?`}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={460}
    >
      <div className={classes.removing}>
        <p className={classes.text}>
          <Trans>{name} comes in no more from now on. What they did keeps their name.</Trans>
        </p>
        {has('clients') ? (
          <Select
            label={t`Their clients, follow-ups and team places go to`}
            data={heirs.map(({ userId, name: label }) => ({
              value: userId,
              label: userId === user.id ? t`${label} (you)` : label,
            }))}
            value={heir?.userId ?? null}
            onChange={(value) => setTo(value ?? undefined)}
            allowDeselect={false}
            disabled={busy}
          />
        ) : null}
        {busy ? (
          <div>
            <Progress value={100} animated aria-label={t`Removing ${name}`} />
            <p className={classes.text} role="status">
              <Plural value={moved} one="# record handed over" other="# records handed over" />
            </p>
          </div>
        ) : null}
        {removing.isError ? (
          <div role="alert">
            <Strip tone="bad">{errorText(i18n, removing.error)}</Strip>
          </div>
        ) : null}
      </div>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" disabled={busy} onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" loading={busy} onClick={() => removing.mutate()}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
