import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconArrowsUpDown, IconUnlink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Client, ClientRow } from '#contracts/schemas/client.ts';
import { Link } from '#ui/Link.tsx';
import { Mark } from '#ui/Mark.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import { clientDetail, keepClient } from '../clients/queries.ts';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ListCard } from './ListCard.tsx';
import { familyOf, refreshFamilies } from './queries.ts';

const ParentDrawer = onDemand(async () => (await import('./ParentDrawer.tsx')).ParentDrawer);

type Relative = ClientRow & { isParent: boolean };

/** The clients directly above and below this one, as far as the reader sees them. */
export function FamilyCard({ clientId }: { clientId: ClientId }) {
  const { i18n, t } = useLingui();
  const { workspaceId, can } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const { data, isError, refetch } = useQuery(familyOf(workspaceId, clientId));
  const [moving, setMoving] = useState(false);
  const mayMove = can('clients.update') && client !== undefined;
  const rows: Relative[] | undefined = data && [
    ...(data.parent ? [{ ...data.parent, isParent: true }] : []),
    ...data.children.map((child) => ({ ...child, isParent: false })),
  ];

  const unlink = useMutation({
    mutationFn: async ({ version, id }: Pick<Client, 'version' | 'id'>) =>
      bodyOf(
        await api.family.setParent({
          params: { workspaceId, clientId: id },
          body: { parentId: null },
          ifMatch: version,
        }),
      ),
    onSuccess: (moved) => {
      keepClient(workspaceId, moved);
      toast.ok(<Trans>{moved.name} stands alone now</Trans>);
    },
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => refreshFamilies(workspaceId),
  });

  const menu = (relative: Relative) => (
    <>
      {relative.isParent ? (
        <Menu.Item leftSection={<IconArrowsUpDown size={16} stroke={1.7} />} onClick={() => setMoving(true)}>
          <Trans>Choose another parent</Trans>
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={<IconUnlink size={16} stroke={1.7} />}
        onClick={() => (relative.isParent ? client && unlink.mutate(client) : unlink.mutate(relative))}
      >
        <Trans>Unlink</Trans>
      </Menu.Item>
    </>
  );

  return (
    <>
      <ListCard
        title={t`Parent and subsidiaries`}
        rows={rows}
        more={false}
        failed={isError}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        render={(relative) => <Row relative={relative} />}
        menu={mayMove ? menu : undefined}
        add={
          mayMove && data && !data.parent
            ? { label: t`Choose parent`, onClick: () => setMoving(true) }
            : undefined
        }
        empty={<Trans>Stands alone. Choose a parent if it belongs to a group you also serve.</Trans>}
      />
      {moving && client ? <ParentDrawer client={client} onClose={() => setMoving(false)} /> : null}
    </>
  );
}

function Row({ relative: { id, name, isParent } }: { relative: Relative }) {
  return (
    <>
      <Mark id={id} name={name} size={20} />
      <Link className="fy-link" href={`/clients/${id}/companies`}>
        {name}
      </Link>
      <Tag>{isParent ? <Trans>Parent</Trans> : <Trans>Subsidiary</Trans>}</Tag>
    </>
  );
}
