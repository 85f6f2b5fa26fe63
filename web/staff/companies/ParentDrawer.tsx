import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Family } from '#contracts/schemas/family.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { clientsByName, keepClient } from '../clients/queries.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshFamilies } from './queries.ts';

interface ParentValues extends Record<string, unknown> {
  parentId: string;
}

interface ParentDrawerProps {
  client: Client;
  /** Where it stands now. */
  parent: Family['parent'];
  onClose: () => void;
}

/** Puts a client below another one. */
export function ParentDrawer({ client, parent, onClose }: ParentDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const version = useRef(client.version);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({ ...clientsByName(workspaceId, q, 10), placeholderData: keepPreviousData });
  const offers = (found.data?.data ?? [])
    .filter(({ id }) => id !== client.id)
    .map(({ id, name }) => ({ value: id as string, label: name }));
  const label = t`Parent company`;

  const form = useApiForm<ParentValues>({
    initial: { parentId: '' },
    place: () => ({ label }),
    check: ({ parentId }) => ({ parentId: parentId === '' ? t`Choose a client` : null }),
    send: async ({ parentId }, idempotencyKey) => {
      const answer = await api.family.setParent({
        params: { workspaceId, clientId: client.id },
        body: { parentId: parentId as ClientId },
        ifMatch: version.current,
        idempotencyKey,
      });
      keepClient(workspaceId, bodyOf(answer));
      toast.ok(<Trans>{client.name} has a parent now</Trans>);
      void refreshFamilies(workspaceId);
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      const who = String(error.problem?.changedBy ?? '');
      version.current = Number(error.problem?.version);
      form.fail({ '': t`${who} changed this client meanwhile. Save again to move it all the same.` });
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const { onChange: _, ...field } = form.field('parentId');

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Parent of ${client.name}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save parent`}
      submitting={form.busy}
    >
      {parent === 'in_trash' || parent === 'out_of_sight' ? (
        <Strip tone="warn">
          {parent === 'in_trash' ? (
            <Trans>It stands below a client that is in the trash. Saving another parent ends that.</Trans>
          ) : (
            <Trans>It stands below a client that you do not see. Saving another parent ends that.</Trans>
          )}
        </Strip>
      ) : null}
      <Select
        {...field}
        label={label}
        description={t`Whoever sees one of the two does not see the other for it.`}
        required
        searchable
        placeholder={t`Begin to type its name`}
        data={chosen && offers.every(({ value }) => value !== chosen.value) ? [chosen, ...offers] : offers}
        // The server has searched already.
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={q === '' || found.isFetching ? undefined : t`No client begins like this`}
        value={form.form.values.parentId || null}
        onChange={(value, option) => {
          form.form.setFieldValue('parentId', value ?? '');
          if (option) setChosen({ value: option.value, label: option.label });
        }}
        data-autofocus
      />
    </DrawerForm>
  );
}
