import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconHistory, IconPlus } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import type { ClientSort } from '#contracts/schemas/client.ts';
import { ColumnsMenu } from '#ui/ColumnsMenu.tsx';
import { FilterChip } from '#ui/FilterChip.tsx';
import { Link } from '#ui/Link.tsx';
import { usePhone } from '#ui/media.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { Tools } from '#ui/Page.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import { useHere } from '../session/me.ts';
import type { ListView } from '../views/useListView.ts';
import classes from './clients.module.css';
import { useClientColumns } from './columns.tsx';
import { type ClientsToolsProps, changed, sortsFor } from './list-search.ts';
import { NameSearch } from './NameSearch.tsx';
import { statuses, useStatusWord } from './status.ts';
import { useOwnerChoices, useWhose } from './useOwners.ts';

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
      <Chips {...props} />
      <AddFilter {...props} />
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

function Chips({ search, onChange }: ClientsToolsProps) {
  const { t } = useLingui();
  const word = useStatusWord();
  const { status, owner } = search;
  const whose = useWhose()(owner);
  return (
    <>
      {status ? (
        <FilterChip
          field={t`Status is`}
          value={
            <span className={classes.chipGlyph}>
              <StatusGlyph tone={word(status).tone} />
              {word(status).label}
            </span>
          }
          valueText={word(status).label}
          onRemove={() => onChange(changed(search, { status: undefined }))}
        />
      ) : null}
      {owner ? (
        <FilterChip
          field={t`Owner is`}
          value={whose}
          valueText={whose}
          onRemove={() => onChange(changed(search, { owner: undefined }))}
        />
      ) : null}
    </>
  );
}

function AddFilter({ search, ownOnly, onChange }: ClientsToolsProps) {
  const word = useStatusWord();
  const offersOwner = !ownOnly && !search.owner;
  const choices = useOwnerChoices();
  if (search.status && !offersOwner) return null;
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
        >
          <Trans>Filter</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.filters}>
        {search.status ? null : (
          <>
            <Menu.Label>
              <Trans>Status is</Trans>
            </Menu.Label>
            {statuses.map((status) => (
              <Menu.Item
                key={status}
                leftSection={<StatusGlyph tone={word(status).tone} />}
                onClick={() => onChange(changed(search, { status }))}
              >
                {word(status).label}
              </Menu.Item>
            ))}
          </>
        )}
        {offersOwner ? (
          <>
            <Menu.Label>
              <Trans>Owner is</Trans>
            </Menu.Label>
            {choices.map(({ value, label }) => (
              <Menu.Item key={value} onClick={() => onChange(changed(search, { owner: value }))}>
                {label}
              </Menu.Item>
            ))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The orders of the table's head, where there is no table. */
function SortMenu({ search, ownOnly, onChange }: ClientsToolsProps) {
  const { t } = useLingui();
  const sorts = sortsFor(search, ownOnly);
  const words: Record<ClientSort, string> = {
    name: t`Name`,
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
