import { Trans } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useNavigation } from './Link.tsx';
import { usePhone } from './media.ts';
import classes from './Tabs.module.css';
import { useFitting } from './useFitting.ts';

export interface TabItem {
  id: string;
  label: string;
  href: string;
  active?: boolean;
  /** A number, or a share such as "83%". */
  count?: number | string | undefined;
  /** Unsaved changes in this view. */
  dot?: boolean;
}

export interface TabsProps {
  label: string;
  items: TabItem[];
  /** After the last tab, such as "+" for a new view. */
  end?: ReactNode;
}

/** Links, not ARIA tabs: each has an address. What does not fit goes to "More"; on a phone the strip scrolls. */
export function Tabs({ label, items, end }: TabsProps) {
  const phone = usePhone();
  const strip = useRef<HTMLUListElement>(null);
  const fitting = useFitting(strip, items.map((item) => `${item.label}${item.count ?? ''}`).join('|'));
  const cut = phone ? items.length : fitting;
  const active = items.findIndex((item) => item.active);

  useEffect(() => {
    if (!phone || active < 0) return;
    strip.current?.children[active]?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [phone, active]);

  return (
    <nav className={classes.tabs} aria-label={label} data-scrolls={phone || undefined}>
      <ul ref={strip} className={classes.strip}>
        {items.map((item, index) => (
          <li key={item.id} className={classes.cell} data-cut={index >= cut || undefined}>
            <TabLink item={item} />
          </li>
        ))}
      </ul>
      {cut < items.length ? <More items={items.slice(cut)} /> : null}
      {end ? <div className={classes.end}>{end}</div> : null}
    </nav>
  );
}

function TabLink({ item }: { item: TabItem }) {
  return (
    <Link href={item.href} className={classes.tab} aria-current={item.active ? 'page' : undefined}>
      {item.label}
      {item.count === undefined ? null : <span className={classes.count}>{item.count}</span>}
      {item.dot ? (
        <span className={classes.dot}>
          <span className={classes.hidden}>
            <Trans>unsaved changes</Trans>
          </span>
        </span>
      ) : null}
    </Link>
  );
}

function More({ items }: { items: TabItem[] }) {
  const { navigate } = useNavigation();
  const chosen = items.find((item) => item.active);
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={classes.tab} data-chosen={chosen ? true : undefined}>
          {chosen ? chosen.label : <Trans>More</Trans>}
          <IconChevronDown size={14} stroke={1.7} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.id} onClick={() => navigate(item.href)} rightSection={item.count}>
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
