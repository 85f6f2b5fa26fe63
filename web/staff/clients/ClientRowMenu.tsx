import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconArrowMerge, IconArrowUpRight, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ClientRow, ClientStatus } from '#contracts/schemas/client.ts';
import { useNavigation } from '#ui/Link.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import { useHere } from '../session/me.ts';
import { transitions, useStatusWord } from './status.ts';

interface ClientRowMenuProps {
  client: ClientRow;
  onStatus: (status: ClientStatus) => void;
  onTrash: () => void;
}

/** What can be done with one client of the list; only what this person may do. */
export function ClientRowMenu({ client, onStatus, onTrash }: ClientRowMenuProps) {
  const { navigate } = useNavigation();
  const { can } = useHere();
  const word = useStatusWord();
  const href = `/clients/${client.id}`;
  return (
    <>
      <Menu.Item leftSection={<IconArrowUpRight size={16} stroke={1.7} />} onClick={() => navigate(href)}>
        <Trans>Open</Trans>
      </Menu.Item>
      {can('clients.update') ? (
        <>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={1.7} />}
            onClick={() => navigate(`${href}/edit`)}
          >
            <Trans>Edit</Trans>
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>
            <Trans>Change status to</Trans>
          </Menu.Label>
          {transitions[client.status].map((status) => (
            <Menu.Item
              key={status}
              leftSection={<StatusGlyph tone={word(status).tone} />}
              onClick={() => onStatus(status)}
            >
              {word(status).label}
            </Menu.Item>
          ))}
        </>
      ) : null}
      {can('clients.merge') ? (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowMerge size={16} stroke={1.7} />}
            onClick={() => navigate(`/clients/merge?keep=${client.id}`)}
          >
            <Trans>Merge with…</Trans>
          </Menu.Item>
        </>
      ) : null}
      {can('clients.delete') ? (
        <>
          <Menu.Divider />
          <Menu.Item
            color="var(--fy-bad-text)"
            leftSection={<IconTrash size={16} stroke={1.7} />}
            onClick={onTrash}
          >
            <Trans>Move to trash</Trans>
          </Menu.Item>
        </>
      ) : null}
    </>
  );
}
