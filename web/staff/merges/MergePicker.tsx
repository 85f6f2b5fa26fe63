import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { clientDetail, clientsByName } from '../clients/queries.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import classes from './merges.module.css';

/** Asks for the client that a client is to be merged with. */
export function MergePicker({ keep, onPick }: { keep: ClientId; onPick: (lose: ClientId) => void }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const client = useQuery(clientDetail(workspaceId, keep));
  const found = useQuery({ ...clientsByName(workspaceId, q, 10), placeholderData: keepPreviousData });
  const offers = (found.data?.data ?? [])
    .filter(({ id }) => id !== keep)
    .map(({ id, name, code }) => ({ value: id as string, label: code ? `${name} (${code})` : name }));
  if (client.isError && !client.data) {
    return (
      <QueryError error={client.error} onRetry={() => void client.refetch()} permission="clients.merge" />
    );
  }
  return (
    <div className={classes.picker}>
      <Select
        label={t`Merge with`}
        description={
          client.data ? (
            <Trans>
              {client.data.name} stays; what you choose here becomes part of it. You can swap the two next.
            </Trans>
          ) : null
        }
        searchable
        placeholder={t`Begin to type its name`}
        data={offers}
        // The server has searched already.
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={q === '' || found.isFetching ? undefined : t`No client begins like this`}
        value={null}
        onChange={(value) => value && onPick(value as ClientId)}
        data-autofocus
      />
    </div>
  );
}
