import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { Link, useNavigation } from '#ui/Link.tsx';
import { useShortcuts } from '#ui/shortcuts.tsx';
import { TopBarSlot } from '#ui/TopBar.tsx';
import classes from './clients.module.css';
import { useWalk } from './useWalk.ts';

/** Tabs that the walk stays in; J and K belong to the rows of a tab that has some. */
const tabs: Record<string, { hasRows: boolean }> = {
  '': { hasRows: false },
  '/activity': { hasRows: false },
  '/contacts': { hasRows: true },
  '/rates': { hasRows: true },
  '/compliance': { hasRows: true },
};

/** Previous and next record of the list that was looked at last, in the top bar and under J and K. */
export function RecordWalk({ clientId }: { clientId: ClientId }) {
  const { t, i18n } = useLingui();
  const { navigate } = useNavigation();
  const walk = useWalk(clientId);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const base = `/clients/${clientId}`;
  const tail = path.startsWith(base) ? path.slice(base.length) : '';
  const tab = tabs[tail];
  const to = (id: ClientId | undefined) => id && `/clients/${id}${tab ? tail : ''}`;
  const [before, after] = [to(walk?.before), to(walk?.after)];

  const keys = useMemo(
    (): Record<string, () => void> =>
      tab?.hasRows === false
        ? {
            ...(after && { j: () => navigate(after) }),
            ...(before && { k: () => navigate(before) }),
          }
        : {},
    [tab, before, after, navigate],
  );
  useShortcuts(keys);

  if (!walk) return null;
  const position = i18n.number(walk.position);
  const total = `${i18n.number(walk.total)}${walk.hasMore ? '+' : ''}`;
  return (
    <TopBarSlot>
      <span className={classes.position}>{t`${position} of ${total}`}</span>
      <Way label={t`Previous client`} href={before} keys="K" Icon={IconChevronUp} />
      <Way label={t`Next client`} href={after} keys="J" Icon={IconChevronDown} />
    </TopBarSlot>
  );
}

interface WayProps {
  label: string;
  /** Absent at the end of the list. */
  href: string | undefined;
  keys: string;
  Icon: typeof IconChevronUp;
}

function Way({ label, href, keys, Icon }: WayProps) {
  const icon = <Icon size={17} stroke={1.7} aria-hidden="true" />;
  if (!href) {
    return (
      <ActionIcon aria-label={label} disabled>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <ActionIcon
      aria-label={label}
      aria-keyshortcuts={keys}
      renderRoot={(props) => <Link {...props} href={href} />}
    >
      {icon}
    </ActionIcon>
  );
}
