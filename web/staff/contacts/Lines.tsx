import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ApiForm } from '../forms/useApiForm.ts';
import classes from './contacts.module.css';
import type { ContactValues } from './values.ts';

const MOST_LINES = 5;

interface LinesProps {
  api: ApiForm<ContactValues>;
  name: 'emails' | 'phones';
  label: string;
  hint?: string;
  add: string;
  inputMode: 'email' | 'tel';
  /** What stands beside each: a field of the same place in another list. */
  beside?: { name: 'extensions'; label: string };
}

/** A few values of one kind, one below the other; the first is the one that lists show. */
export function Lines({ api, name, label, hint, add, inputMode, beside }: LinesProps) {
  const { t } = useLingui();
  const { form } = api;
  const values = form.values[name];
  const lists = beside ? [name, beside.name] : [name];
  return (
    <div className={classes.list}>
      {values.map((_, index) => {
        const number = index + 1;
        const isFirst = index === 0;
        return (
          <div
            key={index}
            className={classes.listRow}
            data-alone={values.length === 1 || undefined}
            data-beside={beside ? true : undefined}
          >
            <TextInput
              {...(isFirst ? { label, description: hint } : { 'aria-label': t`${label} ${number}` })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode={inputMode}
              autoComplete="off"
              {...api.field(`${name}.${index}`)}
            />
            {beside ? (
              <TextInput
                {...(isFirst ? { label: beside.label } : { 'aria-label': t`${beside.label} ${number}` })}
                inputMode="numeric"
                maxLength={8}
                autoComplete="off"
                {...api.field(`${beside.name}.${index}`)}
              />
            ) : null}
            {isFirst ? null : (
              <ActionIcon
                aria-label={t`Remove ${label} ${number}`}
                onClick={() => {
                  for (const list of lists) form.removeListItem(list, index);
                }}
              >
                <IconX size={16} stroke={1.7} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {values.length < MOST_LINES && values.at(-1) !== '' ? (
        <Button
          className={classes.listAdd}
          variant="subtle"
          color="gray"
          c="dimmed"
          size="compact-xs"
          leftSection={<IconPlus size={13} stroke={2} aria-hidden="true" />}
          onClick={() => {
            for (const list of lists) form.insertListItem(list, '');
          }}
        >
          {add}
        </Button>
      ) : null}
    </div>
  );
}
