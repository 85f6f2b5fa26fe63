import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconArrowsUpDown, IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { FamilyMember } from '#contracts/schemas/family.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { clientDetail } from '../clients/queries.ts';
import { useHere } from '../session/me.ts';
import { FamilyNotes } from './FamilyNotes.tsx';
import { FamilyRow } from './FamilyRow.tsx';
import { ListCard } from './ListCard.tsx';
import { familyOf } from './queries.ts';
import { useUnlink } from './useUnlink.tsx';

const ParentDrawer = onDemand(async () => (await import('./ParentDrawer.tsx')).ParentDrawer);
const SubsidiaryDrawer = onDemand(async () => (await import('./SubsidiaryDrawer.tsx')).SubsidiaryDrawer);
const RemoveDialog = onDemand(async () => (await import('./RemoveDialog.tsx')).RemoveDialog);

/** The tree of clients that this one stands in, as far as the reader sees it. */
export function FamilyCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const { data: family, isError, refetch } = useQuery(familyOf(workspaceId, clientId));
  const [open, setOpen] = useState<'parent' | 'subsidiary'>();
  const [leaving, setLeaving] = useState<Client>();
  const unlink = useUnlink();
  const members = family?.members;
  const own = members?.find(({ id }) => id === clientId);
  const mayMove = can('clients.update') && client !== undefined;
  const standsBelow = family !== undefined && family.parent !== 'none';

  const chooseParent = (
    <Menu.Item
      leftSection={<IconArrowsUpDown size={16} stroke={1.7} />}
      onClick={() => setOpen('parent')}
      key="choose"
    >
      {standsBelow ? <Trans>Choose another parent</Trans> : <Trans>Choose parent</Trans>}
    </Menu.Item>
  );
  const unlinkItem = (onClick: () => void) => (
    <Menu.Item leftSection={<IconUnlink size={16} stroke={1.7} />} onClick={onClick} key="unlink">
      <Trans>Unlink</Trans>
    </Menu.Item>
  );

  /** Itself goes elsewhere, and who stands directly below it goes out; others are moved from their own pages. */
  const menu = (member: FamilyMember) => {
    if (member.id === clientId && client) {
      const parentId = own?.parentId ?? null;
      // One that could not be put back is taken out only after a question.
      const out = () => (parentId ? unlink.mutate({ client, parentId }) : setLeaving(client));
      return standsBelow ? [chooseParent, unlinkItem(out)] : chooseParent;
    }
    return member.parentId === clientId
      ? unlinkItem(() => unlink.mutate({ client: member, parentId: clientId }))
      : null;
  };

  return (
    <>
      <ListCard
        title={t`Parent and subsidiaries`}
        rows={members}
        uncounted
        failed={isError}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        render={(member) => <FamilyRow member={member} isOwn={member.id === clientId} own={own} />}
        menu={mayMove ? menu : undefined}
        add={
          can('clients.create') && client
            ? { label: t`Add subsidiary`, onClick: () => setOpen('subsidiary') }
            : undefined
        }
        empty={null}
        foot={
          family ? (
            <FamilyNotes family={family} onChoose={mayMove ? () => setOpen('parent') : undefined} />
          ) : null
        }
      />
      {open === 'parent' && client && family ? (
        <ParentDrawer client={client} parent={family.parent} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === 'subsidiary' && client ? (
        <SubsidiaryDrawer parent={client} onClose={() => setOpen(undefined)} />
      ) : null}
      {leaving ? (
        <RemoveDialog
          name={leaving.name}
          title={t`Unlink ${leaving.name}?`}
          action={t`Unlink`}
          busy={unlink.isPending}
          onCancel={() => setLeaving(undefined)}
          onDone={() =>
            unlink.mutate({ client: leaving, parentId: null }, { onSettled: () => setLeaving(undefined) })
          }
        >
          <Trans>
            It stands below a client that you cannot choose again now, so this cannot be taken back here.
          </Trans>
        </RemoveDialog>
      ) : null}
    </>
  );
}
