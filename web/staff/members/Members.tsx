import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconBriefcase, IconDots } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { UserId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Member } from '#contracts/schemas/member.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { useHere } from '../session/me.ts';
import { HandOver } from './HandOver.tsx';
import { MemberMenu } from './MemberMenu.tsx';
import classes from './members.module.css';
import { RemoveMember } from './RemoveMember.tsx';
import { RoleCell } from './RoleCell.tsx';
import type { OwningChange } from './useMemberChange.tsx';

const HoldingsDrawer = onDemand(
  async () => (await import('../account-team/HoldingsDrawer.tsx')).HoldingsDrawer,
);

const none: Member[] = [];

/** The people of the workspace; whoever manages them changes role and status in the row. */
export function Members({ members }: { members: Member[] | undefined }) {
  const { t } = useLingui();
  const { can, allows } = useHere();
  const everybody = members ?? none;
  const [owning, setOwning] = useState<OwningChange>();
  const columns = useColumns(everybody, setOwning);
  // By id: a try that broke off half-way leaves a member of another version.
  const [asked, setAsked] = useState<UserId>();
  const removing = everybody.find(({ userId }) => userId === asked);
  const [looked, setLooked] = useState<UserId>();
  const shown = everybody.find(({ userId }) => userId === looked);
  const mayManage = can('members.manage');
  const mayLook = allows(pageCatalogue.clients);
  const menu = (member: Member) => (
    <>
      {mayLook ? (
        <Menu.Item
          leftSection={<IconBriefcase size={16} stroke={1.7} />}
          onClick={() => setLooked(member.userId)}
        >
          <Trans>What they hold</Trans>
        </Menu.Item>
      ) : null}
      {mayManage ? (
        <MemberMenu
          member={member}
          everybody={everybody}
          onRemove={() => setAsked(member.userId)}
          onOwning={setOwning}
        />
      ) : null}
    </>
  );
  const hasMenu = mayLook || mayManage;
  return (
    <section className={classes.table}>
      <DataTable<Member>
        label={t`Members`}
        columns={columns}
        rows={members}
        rowId={({ userId }) => userId}
        rowName={({ name }) => name}
        skeletonRows={4}
        {...(hasMenu && { rowMenu: menu })}
        renderCard={(member) => (
          <div className={classes.card}>
            <div className={classes.cardHead}>
              <Who member={member} />
              <MemberStatus status={member.status} />
              {hasMenu ? <CardMenu name={member.name}>{menu(member)}</CardMenu> : null}
            </div>
            <p className={classes.cardText}>{member.email}</p>
            <RoleCell member={member} everybody={everybody} onOwning={setOwning} />
          </div>
        )}
      />
      {shown ? <HoldingsDrawer member={shown} onClose={() => setLooked(undefined)} /> : null}
      {owning ? <HandOver asked={owning} everybody={everybody} onClose={() => setOwning(undefined)} /> : null}
      {removing ? (
        <RemoveMember member={removing} everybody={everybody} onClose={() => setAsked(undefined)} />
      ) : null}
    </section>
  );
}

function CardMenu({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Menu width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for ${name}`} size={36}>
          <IconDots size={17} stroke={2} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Who({ member: { userId, name } }: { member: Member }) {
  const { t } = useLingui();
  const { user } = useHere();
  return (
    <span className={classes.person}>
      <Person id={userId} name={name} size={24} label />
      {userId === user.id ? <span className={classes.you}>{t`you`}</span> : null}
    </span>
  );
}

function MemberStatus({ status }: Pick<Member, 'status'>) {
  const { t } = useLingui();
  return status === 'active' ? (
    <Status tone="ok">{t`Active`}</Status>
  ) : (
    <Status tone="idle" dimmed>{t`Disabled`}</Status>
  );
}

function useColumns(members: Member[], onOwning: (asked: OwningChange) => void): DataColumn<Member>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Person`,
        width: 200,
        fixed: true,
        cell: (member) => <Who member={member} />,
      },
      { id: 'email', header: t`E-mail`, width: 210, dim: true, cell: ({ email }) => email },
      {
        id: 'role',
        header: t`Role`,
        width: 190,
        cell: (member) => <RoleCell member={member} everybody={members} onOwning={onOwning} />,
      },
      {
        id: 'status',
        header: t`Status`,
        width: 110,
        cell: ({ status }) => <MemberStatus status={status} />,
      },
    ],
    [t, members, onOwning],
  );
}
