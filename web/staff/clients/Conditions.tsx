import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type FilterField, filterFieldNames } from '#contracts/client-filter.ts';
import { FilterChip } from '#ui/FilterChip.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import classes from './clients.module.css';
import { conditionsIn, useFieldWords, useQuestion, useValueWords } from './conditions.ts';
import { type ClientsToolsProps, changed } from './list-search.ts';
import { isStatus, statuses, useStatusWord } from './status.ts';
import { useOwnerChoices } from './useOwners.ts';

/** Read once a condition is made or changed. */
const ConditionEditor = onDemand(async () => (await import('./ConditionEditor.tsx')).ConditionEditor);

interface ChipsProps extends ClientsToolsProps {
  /** Conditions that are shown elsewhere. */
  without?: readonly FilterField[];
}

/** Every condition of the list as a chip: press to change it, × to drop it. */
export function ConditionChips({ search, ownOnly, onChange, without = [] }: ChipsProps) {
  const [edited, setEdited] = useState<FilterField>();
  const word = useStatusWord();
  const question = useQuestion();
  const valueText = useValueWords();
  return (
    <>
      {conditionsIn(search)
        .filter(([field]) => !without.includes(field))
        .map(([field, condition]) => {
          const text = valueText(field, condition);
          const [first = '', second] = condition.values;
          const glyph = field === 'status' && !second && isStatus(first) ? word(first).tone : undefined;
          return (
            <FilterChip
              key={field}
              field={question(field, condition.operator)}
              value={
                glyph ? (
                  <span className={classes.chipGlyph}>
                    <StatusGlyph tone={glyph} />
                    {text}
                  </span>
                ) : (
                  text
                )
              }
              valueText={text}
              onEdit={() => setEdited(field)}
              onRemove={() => onChange(changed(search, { [field]: undefined }))}
            />
          );
        })}
      {edited ? (
        <ConditionEditor
          field={edited}
          search={search}
          ownOnly={ownOnly}
          onChange={onChange}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}

/** What can be asked of clients besides what is asked already. */
export function AddCondition({ search, ownOnly, onChange }: ClientsToolsProps) {
  const [edited, setEdited] = useState<FilterField>();
  const word = useStatusWord();
  const fields = useFieldWords();
  const choices = useOwnerChoices();
  const offersOwner = !ownOnly && !search.owner;
  const others = filterFieldNames.filter((field) => !search[field] && (field !== 'owner' || offersOwner));
  return (
    <>
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
          {others.length > 0 ? (
            <Menu.Label>
              <Trans>More conditions</Trans>
            </Menu.Label>
          ) : null}
          {others.map((field) => (
            <Menu.Item key={field} onClick={() => setEdited(field)}>
              {fields[field]}…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {edited ? (
        <ConditionEditor
          field={edited}
          search={search}
          ownOnly={ownOnly}
          onChange={onChange}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}
