import { ActionIcon, Indicator, Menu } from '@mantine/core';
import {
  IconBell,
  IconBuilding,
  IconChartBar,
  IconChecks,
  IconClock,
  IconFileText,
  IconFolder,
  IconHelpCircle,
  IconHome,
  IconInbox,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Mark } from '../Mark.tsx';
import type { NavItem } from '../navTypes.ts';
import { Person } from '../Person.tsx';
import { openPalette, usePaletteKey } from '../paletteStore.ts';
import { Shell } from '../Shell.tsx';
import { WorkspaceButton } from '../WorkspaceButton.tsx';
import { AccessScreen, EmptyScreen, ErrorScreen, NoMatchScreen } from './EmptyScreens.tsx';
import { FormScreen } from './FormScreen.tsx';
import './kit.css';
import { KitPalette } from './KitPalette.tsx';
import { ListScreen } from './ListScreen.tsx';
import { RecordScreen } from './RecordScreen.tsx';

const nav: NavItem[] = [
  { id: 'home', label: 'Home', href: '/', icon: IconHome },
  { id: 'clients', label: 'Clients', href: '/clients', icon: IconBuilding, active: true },
  { id: 'contacts', label: 'Contacts', href: '/contacts', icon: IconUsers },
  { id: 'requests', label: 'Requests', href: '/requests', icon: IconInbox, count: 19 },
  { id: 'approvals', label: 'Approvals', href: '/approvals', icon: IconChecks, count: 5 },
  { id: 'documents', label: 'Documents', href: '/documents', icon: IconFolder },
  { id: 'work', label: 'Work', href: '/work-items', icon: IconClock },
  { id: 'invoices', label: 'Invoices', href: '/invoices', icon: IconFileText },
  { id: 'reports', label: 'Reports', href: '/reports', icon: IconChartBar },
];
const near = ['home', 'clients', 'requests', 'approvals'];
const pinned = [
  ['ACM', 'Acme Robotics'],
  ['EVG', 'Evergreen Health'],
  ['ORC', 'Orchard Bank'],
] as const;

function Screen({ view }: { view: string }) {
  if (view === 'record') return <RecordScreen />;
  if (view === 'empty') return <EmptyScreen />;
  if (view === 'access') return <AccessScreen />;
  if (view === 'error') return <ErrorScreen />;
  if (view === 'no-match') return <NoMatchScreen />;
  return (
    <>
      <ListScreen loading={view === 'loading'} selecting={view === 'bulk'} />
      {view === 'form' ? <FormScreen /> : null}
    </>
  );
}

/** Every part of the kit in the shape of the pages it is made for. */
export function KitPage({ view }: { view: string }) {
  const [folded, setFolded] = useState(view === 'folded');
  usePaletteKey();
  return (
    <Shell
      workspaceName="Northwind Studio"
      workspace={
        <Menu position="bottom-start">
          <Menu.Target>
            <WorkspaceButton
              name="Northwind Studio"
              mark={<Mark id="ws" name="Northwind Studio" size={24} />}
              folded={folded}
              switchable
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item>Northwind Studio</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
      nav={nav}
      pinned={pinned.map(([id, label]) => ({
        id,
        label,
        href: `/clients/${id}`,
        mark: <Mark id={id} name={label} size={17} />,
      }))}
      footNav={[{ id: 'settings', label: 'Settings', href: '/settings', icon: IconSettings }]}
      person={<Person id="Mara" name="Mara Lindqvist" size={24} label={!folded} />}
      phoneNav={nav.filter((item) => near.includes(item.id))}
      folded={folded}
      onFold={setFolded}
      onSearch={openPalette}
      actions={
        <>
          <ActionIcon aria-label="Help">
            <IconHelpCircle size={17} stroke={1.7} />
          </ActionIcon>
          <ActionIcon aria-label="Notifications, 3 unread">
            <Indicator color="var(--fy-bad)" size={7} offset={2}>
              <IconBell size={17} stroke={1.7} display="block" />
            </Indicator>
          </ActionIcon>
        </>
      }
    >
      <Screen view={view} />
      <KitPalette />
    </Shell>
  );
}
