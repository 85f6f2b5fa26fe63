import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHome, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import type { View } from '#contracts/schemas/view.ts';
import { useNavigation } from '#ui/Link.tsx';
import { toast } from '#ui/toast.tsx';
import type { ListView } from './useListView.ts';
import { useViewChange } from './useViewChange.ts';
import classes from './views.module.css';

interface ViewMenuProps {
  view: View;
  listView: ListView;
  onRename: () => void;
}

/** What can be done with the view that is open. */
export function ViewMenu({ view, listView, onRename }: ViewMenuProps) {
  const { t } = useLingui();
  const { navigate } = useNavigation();
  const { share, begin, remove, mayShare, mayChange } = useViewChange(listView);
  const { name, ownerName, shared } = view;
  const isFirst = listView.views?.defaultViewId === view.id;
  const drop = () =>
    remove.mutate(view, {
      onSuccess: () => {
        navigate('/clients');
        toast.ok(<Trans>The view {name} was removed</Trans>);
      },
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for the view ${name}`}>
          <IconDots size={16} stroke={2} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shared ? (
          <div className={classes.by}>
            <Trans>Shared with everybody, made by {ownerName}</Trans>
          </div>
        ) : null}
        <Menu.Item
          leftSection={<IconHome size={16} stroke={1.7} />}
          onClick={() => begin.mutate(isFirst ? null : view.id)}
        >
          {isFirst ? <Trans>Begin with all clients</Trans> : <Trans>Begin with this view</Trans>}
        </Menu.Item>
        {mayChange(view) ? (
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={onRename}>
            <Trans>Rename</Trans>
          </Menu.Item>
        ) : null}
        {mayShare ? (
          <Menu.Item leftSection={<IconUsers size={16} stroke={1.7} />} onClick={() => share.mutate(view)}>
            {shared ? <Trans>Share no more</Trans> : <Trans>Share with everybody</Trans>}
          </Menu.Item>
        ) : null}
        {mayChange(view) ? (
          <>
            <Menu.Divider />
            <Menu.Item
              color="var(--fy-bad-text)"
              leftSection={<IconTrash size={16} stroke={1.7} />}
              onClick={drop}
            >
              <Trans>Remove</Trans>
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
