import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconUserCheck, IconUserMinus, IconUserOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Member } from '#contracts/schemas/member.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { useRoles } from '../roles/useRoles.ts';
import { useHere } from '../session/me.ts';
import { guardOf } from './guards.ts';
import classes from './members.module.css';
import { RemoveMember } from './RemoveMember.tsx';
import { RoleCell } from './RoleCell.tsx';
import { useMemberChange } from './useMemberChange.tsx';

/** The people of the workspace; whoever manages them changes role and status in the row. */
export function Members({ members }: { members: Member[] | undefined }) {
  const { t } = useLingui();
  const { can } = useHere();
  const columns = useColumns(members ?? none);
  const [removing, setRemoving] = useState<Member>();
  return (
    <section className={classes.table}>
      <DataTable<Member>
        label={t`Members`}
        columns={columns}
        rows={members}
        rowId={({ userId }) => userId}
        rowName={({ name }) => name}
        skeletonRows={4}
        {...(can('members.manage') && {
          rowMenu: (member) => (
            <RowMenu member={member} everybody={members ?? none} onRemove={() => setRemoving(member)} />
          ),
        })}
      />
      {removing ? (
        <RemoveMember member={removing} everybody={members ?? none} onClose={() => setRemoving(undefined)} />
      ) : null}
    </section>
  );
}

const none: Member[] = [];

interface RowMenuProps {
  member: Member;
  everybody: Member[];
  onRemove: () => void;
}

/** What can be done with a member; where nothing can, it says why. */
function RowMenu({ member, everybody, onRemove }: RowMenuProps) {
  const { choices } = useRoles();
  const { user } = useHere();
  const change = useMemberChange();
  const guard = guardOf(member, everybody, choices);
  const icon = { size: 16, stroke: 1.7 };
  const isOneself = member.userId === user.id;
  if (guard || isOneself) {
    return (
      <Menu.Label className={classes.reason}>
        {guard === 'last_owner' ? (
          <Trans>A workspace keeps at least one owner. Make somebody else an owner first.</Trans>
        ) : guard === 'beyond' ? (
          <Trans>This person holds rights that you do not hold yourself.</Trans>
        ) : (
          <Trans>Nobody disables or removes themselves. Ask a colleague.</Trans>
        )}
      </Menu.Label>
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
        <Trans>Remove from the workspace</Trans>
      </Menu.Item>
    </>
  );
}

function useColumns(members: Member[]): DataColumn<Member>[] {
  const { t } = useLingui();
  const { user } = useHere();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Person`,
        width: 200,
        fixed: true,
        cell: ({ userId, name }) => (
          <span className={classes.person}>
            <Person id={userId} name={name} size={24} label />
            {userId === user.id ? <span className={classes.you}>{t`you`}</span> : null}
          </span>
        ),
      },
      { id: 'email', header: t`E-mail`, width: 210, dim: true, cell: ({ email }) => email },
      {
        id: 'role',
        header: t`Role`,
        width: 190,
        cell: (member) => <RoleCell member={member} everybody={members} />,
      },
      {
        id: 'status',
        header: t`Status`,
        width: 110,
        cell: ({ status }) =>
          status === 'active' ? (
            <Status tone="ok">{t`Active`}</Status>
          ) : (
            <Status tone="idle" dimmed>{t`Disabled`}</Status>
          ),
      },
    ],
    [t, user.id, members],
  );
}
