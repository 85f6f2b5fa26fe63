import { IconClock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Mark } from '../Mark.tsx';
import { Palette } from '../Palette.tsx';
import { Person } from '../Person.tsx';

export function KitPalette() {
  const [query, setQuery] = useState('');
  return (
    <Palette
      query={query}
      onQuery={setQuery}
      groups={[
        {
          id: 'clients',
          label: 'Clients',
          items: [
            {
              id: 'ACM',
              label: 'Acme Robotics',
              hint: 'ACM, Active',
              icon: <Mark id="ACM" name="Acme Robotics" size={22} />,
              href: '/clients/ACM',
            },
          ],
        },
        {
          id: 'contacts',
          label: 'Contacts',
          items: [
            {
              id: 'jack',
              label: 'Jack Acheson',
              hint: 'Halcyon Hotels',
              icon: <Person id="jack" name="Jack Acheson" size={22} />,
            },
          ],
        },
        {
          id: 'actions',
          label: 'Actions',
          items: [
            {
              id: 'new',
              label: 'New request for Acme Robotics',
              icon: <IconPlus size={16} stroke={1.7} />,
              keys: ['C', 'R'],
            },
          ],
        },
        {
          id: 'go',
          label: 'Go to',
          items: [
            {
              id: 'activity',
              label: 'Activity',
              icon: <IconClock size={16} stroke={1.7} />,
              keys: ['G', 'A'],
            },
          ],
        },
      ]}
    />
  );
}
