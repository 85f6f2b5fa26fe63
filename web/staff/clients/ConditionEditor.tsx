import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type Condition,
  type FilterField,
  type FilterOperator,
  MOST_FILTER_VALUES,
  operatorsFor,
  readCondition,
  writeCondition,
} from '#contracts/client-filter.ts';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { queryClient } from '../queryClient.ts';
import { useHere } from '../session/me.ts';
import { useFieldWords, useQuestion } from './conditions.ts';
import { type ClientsToolsProps, changed } from './list-search.ts';
import { statuses, useStatusWord } from './status.ts';
import { useOwnerChoices } from './useOwners.ts';

interface ConditionEditorProps extends ClientsToolsProps {
  field: FilterField;
  onClose: () => void;
}

const needsNone = (operator: FilterOperator) => operator === 'empty' || operator === 'filled';

/** Asks what a field must be, or must not be; the address says the rest. */
export function ConditionEditor({ field, search, onChange, onClose }: ConditionEditorProps) {
  const { t } = useLingui();
  const fields = useFieldWords();
  const question = useQuestion();
  const begun = search[field] === undefined ? null : readCondition(field, search[field]);
  const [operator, setOperator] = useState(begun?.operator ?? operatorsFor(field)[0] ?? 'is');
  const [values, setValues] = useState(begun?.values ?? []);
  const [error, setError] = useState<string>();

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const text = writeCondition({ operator, values: needsNone(operator) ? [] : values });
    if (!readCondition(field, text)) return setError(t`Say what to compare with`);
    onChange(changed(search, { [field]: text }));
    onClose();
  };
  const name = fields[field];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Filter by ${name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={400}
    >
      <form noValidate onSubmit={apply}>
        <Stack gap="sm">
          <NativeSelect
            label={t`Condition`}
            data={operatorsFor(field).map((value) => ({ value, label: question(field, value) }))}
            value={operator}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setOperator(operatorsFor(field).find((known) => known === chosen) ?? operator);
              setError(undefined);
            }}
          />
          {needsNone(operator) ? null : (
            <Values field={field} operator={operator} values={values} error={error} onValues={setValues} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit">
              <Trans>Show clients</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ValuesProps extends Condition {
  field: FilterField;
  error: string | undefined;
  onValues: (values: string[]) => void;
}

function Values({ field, operator, values, error, onValues }: ValuesProps) {
  const { t } = useLingui();
  const word = useStatusWord();
  const owners = useOwnerChoices();
  const { workspaceId } = useHere();
  if (field === 'status' || field === 'owner') {
    const choices =
      field === 'status' ? statuses.map((value) => ({ value, label: word(value).label })) : owners;
    return (
      <Checkbox.Group label={t`Any of these`} value={values} onChange={onValues} error={error}>
        <Stack gap={10} mt={6} mah={280} style={{ overflowY: 'auto' }}>
          {choices.map(({ value, label }) => (
            <Checkbox key={value} size="sm" value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  if (operator === 'is' || operator === 'not') {
    return (
      <TagsInput
        label={t`Any of these`}
        description={t`Press Enter after each one. Capital letters and accents make no difference.`}
        data={field === 'tag' ? knownTags(workspaceId) : []}
        value={values}
        onChange={onValues}
        acceptValueOnBlur
        openOnFocus={false}
        maxTags={MOST_FILTER_VALUES}
        error={error}
        data-autofocus
      />
    );
  }
  return (
    <TextInput
      label={operator === 'has' ? t`Text` : t`Day`}
      type={operator === 'has' ? 'text' : 'date'}
      value={values[0] ?? ''}
      onChange={(event) => onValues([event.currentTarget.value].filter(Boolean))}
      maxLength={120}
      error={error}
      data-autofocus
    />
  );
}

/** Tags of the clients that were listed so far: those one is likely to mean. */
function knownTags(workspaceId: string): string[] {
  const lists = queryClient.getQueriesData<{ data: ClientRow[] }>({
    queryKey: [workspaceId, 'clients', 'list'],
  });
  return [...new Set(lists.flatMap(([, rows]) => rows?.data.flatMap(({ tags }) => tags) ?? []))].sort();
}
