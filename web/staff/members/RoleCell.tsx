import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '#contracts/schemas/member.ts';
import { useRoles } from '../roles/useRoles.ts';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';
import { guardOf } from './guards.ts';
import classes from './members.module.css';
import { type OwningChange, useMemberChange } from './useMemberChange.tsx';

interface RoleCellProps {
  member: Member;
  everybody: Member[];
  onOwning: (asked: OwningChange) => void;
}

/** The role as a choice for whoever manages members; otherwise its name, with what keeps it as it is. */
export function RoleCell({ member, everybody, onOwning }: RoleCellProps) {
  const { t } = useLingui();
  const { user, can } = useHere();
  const { choices } = useRoles();
  const roleName = useRoleName();
  const change = useMemberChange(onOwning);
  const [asked, setAsked] = useState<string>();
  const { name } = member;
  const guard = guardOf(member, everybody, choices);
  const label = choices.find(({ key }) => key === member.role)?.label ?? roleName(member.role);

  if (!can('members.manage') || guard) {
    return (
      <span className={classes.kept}>
        {label}
        {can('members.manage') && guard ? (
          <span className={classes.why}>
            {guard === 'last_owner' ? <Trans>the only owner</Trans> : <Trans>above your own rights</Trans>}
          </span>
        ) : null}
      </span>
    );
  }

  const choose = (role: string | null) => {
    if (!role || role === member.role) return;
    if (member.userId === user.id) setAsked(role);
    else change.mutate({ member, patch: { role } });
  };
  const next = choices.find(({ key }) => key === asked)?.label ?? '';
  return (
    <>
      <Select
        className={classes.role}
        size="xs"
        aria-label={t`Role of ${name}`}
        data={choices.map((role) => ({ value: role.key, label: role.label, disabled: !role.isWithin }))}
        value={member.role}
        onChange={choose}
        allowDeselect={false}
        disabled={change.isPending}
        comboboxProps={{ width: 200, position: 'bottom-start' }}
      />
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t`Change your own role?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
        size={420}
      >
        <p className={classes.text}>
          <Trans>
            From your next click on you have the rights of {next}. You cannot take more again by yourself.
          </Trans>
        </p>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => setAsked(undefined)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            onClick={() => {
              if (asked) change.mutate({ member, patch: { role: asked } });
              setAsked(undefined);
            }}
          >
            <Trans>Change my role</Trans>
          </Button>
        </Group>
      </Modal>
    </>
  );
}
