import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { Mark } from '#ui/Mark.tsx';
import { clientDetail, clientsByName } from '../clients/queries.ts';
import { useHere } from '../session/me.ts';

const FOUND = 8;

interface ClientFieldProps {
  id?: string;
  label: string;
  placeholder?: string;
  error?: ReactNode;
  /** One that is not offered. */
  except?: ClientId;
  value: ClientId | undefined;
  onChange: (client: ClientId | undefined) => void;
}

/** One client of many, found by the beginning of its name. */
export function ClientField({ id, label, placeholder, error, except, value, onChange }: ClientFieldProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim().slice(0, 80), 200);
  const found = useQuery(clientsByName(workspaceId, settled, FOUND)).data?.data ?? [];
  const chosen = useClientName(value);
  const options = found
    .filter((client) => client.id !== except)
    .map(({ id, name }) => ({ value: id as string, label: name }));
  if (value && chosen && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosen });
  }
  return (
    <Select
      id={id}
      label={label}
      error={error}
      placeholder={placeholder ?? t`Any, or the beginning of a name`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`No client` }}
      leftSection={value && chosen ? <Mark id={value} name={chosen} size={20} /> : undefined}
      data={options}
      // The server has searched; what it found is shown as it is.
      filter={({ options: all }) => all}
      nothingFoundMessage={typed.trim() === '' ? t`Type the beginning of a name` : t`No client of this name`}
      value={value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange((id ?? undefined) as ClientId | undefined)}
    />
  );
}

/** What a client is called, for whoever sees it. */
export function useClientName(clientId: ClientId | undefined): string | undefined {
  const { workspaceId } = useHere();
  return useQuery({
    ...clientDetail(workspaceId, clientId ?? ('' as ClientId)),
    enabled: clientId !== undefined,
    retry: false,
  }).data?.name;
}
