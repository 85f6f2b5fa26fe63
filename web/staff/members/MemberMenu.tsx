import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconUserCheck, IconUserMinus, IconUserOff } from '@tabler/icons-react';
import type { Member } from '#contracts/schemas/member.ts';
import { useRoles } from '../roles/useRoles.ts';
import { useHere } from '../session/me.ts';
import { guardOf } from './guards.ts';
import classes from './members.module.css';
import { type OwningChange, useMemberChange } from './useMemberChange.tsx';

interface MemberMenuProps {
  member: Member;
  everybody: Member[];
  onRemove: () => void;
  onOwning: (asked: OwningChange) => void;
}

/** What can be done with a member; where nothing can, it says why. */
export function MemberMenu({ member, everybody, onRemove, onOwning }: MemberMenuProps) {
  const { choices } = useRoles();
  const { user } = useHere();
  const change = useMemberChange(onOwning);
  const guard = guardOf(member, everybody, choices);
  const icon = { size: 16, stroke: 1.7 };
  if (guard || member.userId === user.id) {
    return (
      <Menu.Item className={classes.reason} aria-disabled>
        {guard === 'last_owner' ? (
          <Trans>A workspace keeps at least one owner. Make somebody else an owner first.</Trans>
        ) : guard === 'beyond' ? (
          <Trans>This person holds rights that you do not hold yourself.</Trans>
        ) : (
          <Trans>Nobody disables or removes themselves. Ask a colleague.</Trans>
        )}
      </Menu.Item>
    );
  }
  const isActive = member.status === 'active';
  return (
    <>
      <Menu.Item
        leftSection={isActive ? <IconUserOff {...icon} /> : <IconUserCheck {...icon} />}
        onClick={() => change.mutate({ member, patch: { status: isActive ? 'disabled' : 'active' } })}
      >
        {isActive ? <Trans>Disable</Trans> : <Trans>Enable</Trans>}
      </Menu.Item>
      <Menu.Item color="var(--fy-bad-text)" leftSection={<IconUserMinus {...icon} />} onClick={onRemove}>
        <Trans>Remove</Trans>
      </Menu.Item>
    </>
  );
}
