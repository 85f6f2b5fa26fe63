import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { keyFor } from './keys.ts';
import { keepRoles, refreshRoles } from './queries.ts';
import { RoleAllows } from './RoleAllows.tsx';
import { useRoles } from './useRoles.ts';

export const route = createLazyRoute('/app/settings/roles/new')({ component: NewRole });

/** A role of the workspace's own: its name, its key, and an existing role to begin from. */
function NewRole() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId, can } = useHere();
  const { table, choices } = useRoles();
  /** The key follows the name until somebody gives it one of its own. */
  const isOwnKey = useRef(false);
  const labels: Record<string, string> = {
    name: t`Name`,
    key: t`Key`,
    from: t`Begin with what this role may`,
  };

  const form = useApiForm({
    initial: { name: '', key: '', from: 'viewer' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ name, key }) => ({
      name: name.trim() === '' ? t`Must not be blank` : null,
      key: key.trim() === '' ? t`Must not be blank` : null,
    }),
    onError: (error) => {
      if (error.status === 412) void refreshRoles(workspaceId);
      return false;
    },
    send: async ({ name, key }, idempotencyKey) => {
      const answer = await api.roles.create({
        params: { workspaceId },
        body: { name, key, permissions: given },
        ifMatch: table.data?.version ?? 0,
        idempotencyKey,
      });
      keepRoles(workspaceId, bodyOf(answer));
      toast.ok(<Trans>{name} was made. Tick what it may do, then give it to somebody.</Trans>);
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const close = () => void navigate({ to: '/settings/roles' });

  const from = choices.find(({ key }) => key === form.form.values.from);
  // Nobody gives what he does not hold himself.
  const given = (from?.permissions ?? []).filter(can);
  const left = (from?.permissions.length ?? 0) - given.length;
  const giveKey = (key: string) => form.form.setFieldValue('key', key);

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`New role`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Make the role`}
      submitting={form.busy}
    >
      <TextInput
        {...form.field('name')}
        label={labels.name}
        placeholder={t`Account lead`}
        maxLength={40}
        required
        data-autofocus
        onChange={(event) => {
          const name = event.currentTarget.value;
          form.form.setFieldValue('name', name);
          if (!isOwnKey.current) giveKey(keyFor(name));
        }}
      />
      <TextInput
        {...form.field('key')}
        label={labels.key}
        description={t`Names the role for programs, and stays when the role is renamed.`}
        maxLength={40}
        required
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          const key = event.currentTarget.value;
          isOwnKey.current = key !== '';
          giveKey(key);
        }}
      />
      <Select
        {...form.field('from')}
        label={labels.from}
        data={choices.map(({ key, label }) => ({ value: key, label }))}
        allowDeselect={false}
      />
      {left > 0 ? (
        <Strip tone="info">
          <Plural
            value={left}
            one="Without # permission that you do not hold yourself."
            other="Without # permissions that you do not hold yourself."
          />
        </Strip>
      ) : null}
      {from ? <RoleAllows label={from.label} permissions={given} /> : null}
    </DrawerForm>
  );
}
