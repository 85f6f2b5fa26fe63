import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPlus, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { BulkBar, BulkButton } from '../BulkBar.tsx';
import { Can } from '../Can.tsx';
import { ColumnsMenu } from '../ColumnsMenu.tsx';
import { plainLayout } from '../columnLayout.ts';
import { DataTable } from '../DataTable.tsx';
import { FilterChip } from '../FilterChip.tsx';
import { Gutter, ListPage, Tools } from '../Page.tsx';
import { PageHead } from '../PageHead.tsx';
import { StatRow } from '../StatRow.tsx';
import { TableFoot } from '../TableFoot.tsx';
import { Tabs } from '../Tabs.tsx';
import type { Sort } from '../tableTypes.ts';
import { toast } from '../toast.tsx';
import { ClientCard, clients, columns } from './sample.tsx';

const views = [
  { id: 'all', label: 'All clients', href: '?view=all', count: 12, active: true },
  { id: 'mine', label: 'My clients', href: '?view=mine', count: 3 },
  { id: 'onboarding', label: 'Onboarding', href: '?view=onboarding', count: 3 },
  { id: 'due', label: 'Compliance due', href: '?view=due', count: 4 },
  { id: 'quiet', label: 'Quiet for 30 days', href: '?view=quiet', count: 1 },
];

export function ListScreen({ loading, selecting }: { loading: boolean; selecting: boolean }) {
  const [pressed, setPressed] = useState<string>();
  const [sort, setSort] = useState<Sort>({ id: 'activity', desc: true });
  const [layout, setLayout] = useState(plainLayout);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(selecting ? ['ACM', 'EVG'] : []));
  const rows = pressed ? clients.filter((row) => row.status.toLowerCase() === pressed) : clients;
  return (
    <ListPage>
      <PageHead
        title="Clients"
        count={pressed ? `${rows.length} of 12` : 12}
        actions={
          <>
            <Button
              variant="subtle"
              color="gray"
              c="dimmed"
              visibleFrom="sm"
              leftSection={<IconUpload size={15} />}
            >
              Import
            </Button>
            <Button
              variant="subtle"
              color="gray"
              c="dimmed"
              visibleFrom="sm"
              leftSection={<IconDownload size={15} />}
            >
              Export
            </Button>
            <Can permission="clients.create">
              <Button leftSection={<IconPlus size={15} stroke={2.2} />}>New client</Button>
            </Can>
          </>
        }
      />
      <Gutter>
        <StatRow
          label="Clients by status"
          pressed={pressed}
          onPress={(id) => setPressed(id === pressed ? undefined : id)}
          stats={[
            {
              id: 'active',
              label: 'Active',
              tone: 'ok',
              value: loading ? undefined : 8,
              fact: '+2 this quarter',
              spark: [1, 1, 2, 2, 3, 3, 4, 5],
            },
            {
              id: 'pending',
              label: 'Pending',
              tone: 'warn',
              value: loading ? undefined : 3,
              fact: 'oldest 16 days',
              spark: [1, 2, 1, 2, 4, 3, 2, 3],
            },
            {
              id: 'inactive',
              label: 'Inactive',
              tone: 'idle',
              value: loading ? undefined : 1,
              fact: 'no change',
              spark: [1, 1],
            },
          ]}
        />
      </Gutter>
      <div style={{ height: 14, flex: 'none' }} />
      <Tabs label="Views" items={views} />
      <Tools end={<ColumnsMenu columns={columns} layout={layout} onLayout={setLayout} />}>
        <FilterChip
          field="Tag is not"
          value="Internal"
          valueText="Internal"
          onEdit={() => {}}
          onRemove={() => {}}
        />
        <Button variant="subtle" color="gray" c="dimmed" size="xs" leftSection={<IconPlus size={14} />}>
          Filter
        </Button>
      </Tools>
      <DataTable
        label="Clients"
        columns={columns}
        rows={loading ? undefined : rows}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        layout={layout}
        onLayout={setLayout}
        onOpen={() => toast.ok('Lumen Optics now belongs to Mara', { undo: () => {} })}
        rowMenu={() => (
          <>
            <Menu.Item>Edit</Menu.Item>
            <Menu.Item>Invite to the portal</Menu.Item>
          </>
        )}
        renderCard={(row) => <ClientCard row={row} />}
      />
      <BulkBar count={selected.size} total={12} onSelectAll={() => {}} onClear={() => setSelected(new Set())}>
        <BulkButton onClick={() => {}}>Status</BulkButton>
        <BulkButton onClick={() => {}} danger icon={<IconTrash size={15} stroke={1.7} />}>
          Delete
        </BulkButton>
      </BulkBar>
      <TableFoot from={1} to={rows.length} total={rows.length} />
    </ListPage>
  );
}
