import { useLingui } from '@lingui/react/macro';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '#contracts/pages.ts';
import { Mark } from '#ui/Mark.tsx';
import { Palette, type PaletteGroup, type PaletteItem } from '#ui/Palette.tsx';
import { Person } from '#ui/Person.tsx';
import { clientsByName } from '../clients/queries.ts';
import { useStatusWord } from '../clients/status.ts';
import { peopleNamed } from '../contacts/queries.ts';
import { useHere } from '../session/me.ts';
import { session } from '../session/session.ts';
import { usePagesAt } from '../shell/pages.ts';

const FOUND = 8;

/** Clients and people by name, actions and pages under one key; what the person may not do is not in it. */
export function StaffPalette() {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const text = query.trim();
  const found = useFound(text);
  const people = usePeople(text);
  const fits = ({ label }: PaletteItem) => label.toLocaleLowerCase().includes(text.toLocaleLowerCase());
  const groups: PaletteGroup[] = [
    { id: 'clients', label: t`Clients`, items: found.items },
    { id: 'contacts', label: t`Contacts`, items: people.items },
    { id: 'actions', label: t`Actions`, items: useActions().filter(fits) },
    { id: 'go', label: t`Go to`, items: usePages().filter(fits) },
  ];
  return (
    <Palette
      query={query}
      onQuery={setQuery}
      groups={groups}
      loading={found.loading || people.loading}
      error={found.failed || people.failed}
    />
  );
}

/** The server is asked when typing pauses; the answer before stays until the next is there. */
function useFound(text: string) {
  const { workspaceId, can } = useHere();
  const status = useStatusWord();
  const [settled] = useDebouncedValue(text.slice(0, 80), 200);
  const { data, isFetching, isError } = useQuery({
    ...clientsByName(workspaceId, settled, FOUND),
    enabled: settled !== '' && can('clients.view'),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const rows = text === '' ? [] : (data?.data ?? []);
  return {
    loading: isFetching || settled !== text,
    failed: isError,
    items: rows.map(
      ({ id, name, code, status: is }): PaletteItem => ({
        id,
        label: name,
        hint: [code, status(is).label].filter(Boolean).join(', '),
        icon: <Mark id={id} name={name} size={22} />,
        href: `/clients/${id}`,
      }),
    ),
  };
}

/** People of all clients, with whose they are. */
function usePeople(text: string) {
  const { workspaceId, can, has } = useHere();
  const [settled] = useDebouncedValue(text.slice(0, 80), 200);
  const mayLook = can('stakeholders.view') && has('clients');
  const { data, isFetching, isError } = useQuery({
    ...peopleNamed(workspaceId, settled, FOUND),
    enabled: settled !== '' && mayLook,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const people = text === '' ? [] : (data ?? []);
  return {
    loading: mayLook && (isFetching || settled !== text),
    failed: isError,
    items: people.map(
      ({ id, name, clientId, clientName }): PaletteItem => ({
        id,
        label: name,
        hint: clientName,
        icon: <Person id={id} name={name} size={22} label="" />,
        href: `/clients/${clientId}/contacts/${id}`,
      }),
    ),
  };
}

function useActions(): PaletteItem[] {
  const { t } = useLingui();
  const { can } = useHere();
  const { setColorScheme } = useMantineColorScheme();
  const icon = { size: 16, stroke: 1.7 };
  return [
    ...(can('clients.create')
      ? [
          {
            id: 'new-client',
            label: t`New client`,
            icon: <IconPlus {...icon} />,
            keys: ['C'],
            href: '/clients/new',
          },
        ]
      : []),
    {
      id: 'light',
      label: t`Theme: light`,
      icon: <IconSun {...icon} />,
      run: () => setColorScheme('light'),
    },
    { id: 'dark', label: t`Theme: dark`, icon: <IconMoon {...icon} />, run: () => setColorScheme('dark') },
    {
      id: 'system',
      label: t`Theme: like the system`,
      icon: <IconDeviceDesktop {...icon} />,
      run: () => setColorScheme('auto'),
    },
    {
      id: 'sign-out',
      label: t`Sign out`,
      icon: <IconLogout {...icon} />,
      run: () => void session.signOut(),
    },
  ];
}

/** Keys that lead to a page at once; the others are chosen here. */
const keysTo: Partial<Record<Page, string[]>> = { clients: ['G', 'C'], trash: ['G', 'T'] };

function usePages(): PaletteItem[] {
  const { t } = useLingui();
  const icon = { size: 16, stroke: 1.7 };
  const listed = [...usePagesAt('rail'), ...usePagesAt('foot'), ...usePagesAt('settings')];
  const pages = listed.map(({ id, label, href, icon: Icon }): PaletteItem => {
    const keys = keysTo[id];
    return { id: `go-${id}`, label, icon: <Icon {...icon} />, href, ...(keys && { keys }) };
  });
  const profile = {
    id: 'go-profile',
    label: t`Profile`,
    icon: <IconUserCircle {...icon} />,
    href: '/me',
  };
  return [...pages, profile];
}
