import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Drawer, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { AddCondition, ConditionChips } from './Conditions.tsx';
import classes from './clients.module.css';
import { conditionsIn } from './conditions.ts';
import type { ClientsToolsProps } from './list-search.ts';
import { changed, filterIn } from './list-search.ts';
import { NameSearch } from './NameSearch.tsx';
import { statuses, useStatusWord } from './status.ts';
import { useOwnerChoices } from './useOwners.ts';

/** All filters of the list in a sheet from below, within reach of a thumb. */
export function FilterSheet(props: ClientsToolsProps) {
  const { search, ownOnly, onChange } = props;
  const { t } = useLingui();
  const word = useStatusWord();
  const owners = useOwnerChoices();
  const [opened, sheet] = useDisclosure(false);
  const on = Object.keys(filterIn(search)).length;
  // What the controls below cannot say stands above them.
  const plain = conditionsIn(search).flatMap(([field, { operator, values }]) =>
    (field === 'status' || field === 'owner') && operator === 'is' && values.length === 1 ? [field] : [],
  );
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFilter size={15} stroke={1.7} aria-hidden="true" />}
        onClick={sheet.open}
        aria-haspopup="dialog"
      >
        {on > 0 ? <Trans>Filter ({on})</Trans> : <Trans>Filter</Trans>}
      </Button>
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        classNames={{ content: classes.sheet }}
        title={t`Filter`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Stack gap="md">
          <NameSearch {...props} />
          <Group gap={6}>
            <ConditionChips {...props} without={plain} />
            <AddCondition {...props} />
          </Group>
          <Radio.Group
            label={t`Status is`}
            value={search.status ?? ''}
            onChange={(value) =>
              onChange(changed(search, { status: statuses.find((status) => status === value) }), true)
            }
          >
            <Stack gap={10} mt={6}>
              <Radio size="sm" value="" label={t`Any`} />
              {statuses.map((status) => (
                <Radio size="sm" key={status} value={status} label={word(status).label} />
              ))}
            </Stack>
          </Radio.Group>
          {ownOnly ? null : (
            <NativeSelect
              label={t`Owner is`}
              data={[{ value: '', label: t`Any` }, ...owners]}
              value={search.owner ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                const owner = owners.find(({ value }) => value === chosen)?.value;
                onChange(changed(search, { owner }), true);
              }}
            />
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" c="dimmed" onClick={() => onChange({}, true)}>
              <Trans>Clear filters</Trans>
            </Button>
            <Button onClick={sheet.close}>
              <Trans>Show clients</Trans>
            </Button>
          </Group>
        </Stack>
      </Drawer>
    </>
  );
}
