import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconHistory } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import type { ClientSort } from '#contracts/schemas/client.ts';
import { ColumnsMenu } from '#ui/ColumnsMenu.tsx';
import { Link } from '#ui/Link.tsx';
import { usePhone } from '#ui/media.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { Tools } from '#ui/Page.tsx';
import { useHere } from '../session/me.ts';
import type { ListView } from '../views/useListView.ts';
import { AddCondition, ConditionChips } from './Conditions.tsx';
import classes from './clients.module.css';
import { useClientColumns } from './columns.tsx';
import { type ClientsToolsProps, changed, sortsFor } from './list-search.ts';
import { NameSearch } from './NameSearch.tsx';

/** Of phones only. */
const FilterSheet = onDemand(async () => (await import('./FilterSheet.tsx')).FilterSheet);

interface ToolsProps extends ClientsToolsProps {
  listView: Pick<ListView, 'layout' | 'setLayout'>;
}

/** Search, filters and columns above the table; on a phone the filters stand in a sheet. */
export function ClientsTools(props: ToolsProps) {
  const { layout, setLayout } = props.listView;
  const columns = useClientColumns(sortsFor(props.search, props.ownOnly));
  if (usePhone()) {
    return (
      <Tools
        end={
          <>
            <FindDuplicates />
            <SortMenu {...props} />
          </>
        }
      >
        <FilterSheet {...props} />
      </Tools>
    );
  }
  return (
    <Tools
      end={
        <>
          <FindDuplicates />
          <BulkHistory />
          <ColumnsMenu columns={columns} layout={layout} onLayout={setLayout} />
        </>
      }
    >
      <NameSearch {...props} className={classes.search} />
      <ConditionChips {...props} />
      <AddCondition {...props} />
    </Tools>
  );
}

/** The way to clients that are in the list twice. */
function FindDuplicates() {
  const { t } = useLingui();
  const { can } = useHere();
  if (!can('clients.merge')) return null;
  return (
    <ActionIcon
      aria-label={t`Find duplicates`}
      title={t`Find duplicates`}
      renderRoot={(props) => <Link {...props} href="/clients/duplicates" />}
    >
      <IconCopy size={16} stroke={1.7} />
    </ActionIcon>
  );
}

/** The way back to what one changed all at once, for as long as it can be taken back. */
function BulkHistory() {
  const { t } = useLingui();
  const { can } = useHere();
  const filters = useLocation({ select: ({ searchStr }) => searchStr });
  if (!can('clients.bulk_update')) return null;
  return (
    <ActionIcon
      aria-label={t`Recent bulk changes`}
      title={t`Recent bulk changes`}
      renderRoot={(props) => <Link {...props} href={`/clients/bulk-edits${filters}`} />}
    >
      <IconHistory size={16} stroke={1.7} />
    </ActionIcon>
  );
}

/** The orders of the table's head, where there is no table. */
function SortMenu({ search, ownOnly, onChange }: ClientsToolsProps) {
  const { t } = useLingui();
  const sorts = sortsFor(search, ownOnly);
  const words: Record<ClientSort, string> = {
    name: t`Name`,
    '-name': t`Name, Z to A`,
    '-lastActivityAt': t`Last activity`,
    '-createdAt': t`Created`,
  };
  const current = search.sort && sorts.includes(search.sort) ? search.sort : 'name';
  const Arrow = current === 'name' ? IconArrowUp : IconArrowDown;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
          leftSection={<Arrow size={15} stroke={1.9} aria-hidden="true" />}
          aria-label={t`Sorted by ${words[current]}`}
          disabled={sorts.length === 1}
        >
          {words[current]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sorts.map((sort) => (
          <Menu.Item
            key={sort}
            onClick={() => onChange(changed(search, { sort: sort === 'name' ? undefined : sort }))}
          >
            {words[sort]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
