import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '#contracts/schemas/member.ts';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './members.module.css';
import { refreshHoldings, refreshMembers } from './queries.ts';
import { handOverAll } from './removing.ts';
import { useHeirs } from './useHeirs.ts';
import type { OwningChange } from './useMemberChange.tsx';

interface HandOverProps {
  asked: OwningChange;
  everybody: Member[];
  onClose: () => void;
}

/** A member who owns clients is about to lose sight of them: somebody takes them over with the change. */
export function HandOver({ asked: { member, patch, clients }, everybody, onClose }: HandOverProps) {
  const { t, i18n } = useLingui();
  const { workspaceId, user } = useHere();
  const { name } = member;
  const heirs = useHeirs(member, everybody);
  const [to, setTo] = useState<string>();
  const heir = heirs.find(({ userId }) => userId === (to ?? user.id)) ?? heirs[0];
  const [moved, setMoved] = useState(0);
  const changing = useMutation({
    mutationFn: async (successor: Member) => {
      const params = { workspaceId, userId: member.userId };
      const body = { ...patch, handOverTo: successor.userId };
      bodyOf(await api.members.update({ params, body, ifMatch: member.version }));
      await handOverAll({ workspaceId, member, successor, onMoved: setMoved });
    },
    onSuccess: (_, successor) => {
      toast.ok(
        <Trans>
          {successor.name} took over from {name}
        </Trans>,
      );
      onClose();
    },
    onSettled: () => {
      void refreshMembers(workspaceId);
      refreshHoldings(workspaceId);
    },
  });
  const busy = changing.isPending;
  return (
    <Modal
      opened
      onClose={() => !busy && onClose()}
      title={t`${name} owns clients`}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={460}
    >
      <div className={classes.removing}>
        <p className={classes.text}>
          <Plural
            value={clients}
            one="# client needs another owner, who can see it, before this change."
            other="# clients need another owner, who can see them, before this change."
          />
        </p>
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
        {busy ? (
          <p className={classes.text} role="status">
            <Plural value={moved} one="# record handed over" other="# records handed over" />
          </p>
        ) : null}
        {changing.isError ? (
          <div role="alert">
            <Strip tone="bad">{errorText(i18n, changing.error)}</Strip>
          </div>
        ) : null}
      </div>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" disabled={busy} onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={!heir} loading={busy} onClick={() => heir && changing.mutate(heir)}>
          {patch.status === 'disabled' ? (
            <Trans>Hand over and disable</Trans>
          ) : (
            <Trans>Hand over and change the role</Trans>
          )}
        </Button>
      </Group>
    </Modal>
  );
}
