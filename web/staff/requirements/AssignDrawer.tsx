import { Trans, useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useOwners } from '../clients/useOwners.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { standardsOf } from '../standards/queries.ts';
import { proposalsOf, requirementsOf } from './queries.ts';
import classes from './requirements.module.css';
import { orNull } from './useRequirementForm.ts';

interface AssignDrawerProps {
  clientId: ClientId;
  /** What the client has already: each standard once. */
  assigned: readonly Requirement[];
  /** The standard that is chosen already: one that was proposed. */
  standardKey?: string;
  onClose: () => void;
}

/** Gives a client a standard to meet. */
export function AssignDrawer({ clientId, assigned, standardKey: proposed = '', onClose }: AssignDrawerProps) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { owners } = useOwners();
  const { data: standards } = useQuery(standardsOf(workspaceId));
  const taken = new Set(assigned.map(({ standardKey }) => standardKey));
  const offered = standards?.filter(({ key, archived }) => !archived && !taken.has(key));
  const labels: Record<string, string> = {
    standardKey: t`Standard`,
    ownerId: t`Responsible`,
    dueOn: t`Due`,
    note: t`Note`,
  };
  const form = useApiForm({
    initial: { standardKey: proposed, ownerId: '', dueOn: '', note: '' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ standardKey }) => ({ standardKey: standardKey ? null : t`Choose a standard` }),
    send: async ({ standardKey, ownerId, dueOn, note }, idempotencyKey) => {
      const body = {
        standardKey,
        ...(ownerId && { ownerId: ownerId as UserId }),
        dueOn: orNull(dueOn),
        note: orNull(note),
      };
      const params = { workspaceId, clientId };
      const saved = bodyOf(await api.requirements.assign({ params, body, idempotencyKey }));
      toast.ok(<Trans>{saved.standardName} was assigned</Trans>);
      void queryClient.invalidateQueries(requirementsOf(workspaceId, clientId));
      void queryClient.invalidateQueries(proposalsOf(workspaceId, clientId));
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const chosen = standards?.find(({ key }) => key === form.form.values.standardKey);
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Assign a standard`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Assign`}
      submitting={form.busy}
    >
      <Select
        label={labels.standardKey}
        required
        searchable
        data-autofocus
        placeholder={t`Choose`}
        nothingFoundMessage={t`Nothing of this name`}
        description={chosen?.description}
        data={(offered ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        {...form.field('standardKey')}
      />
      {offered?.length === 0 ? (
        <p className={classes.hint}>
          {can('lists.manage') ? (
            <Trans>Every standard is assigned. More of them are added in the settings.</Trans>
          ) : (
            <Trans>Every standard is assigned. Whoever edits the lists can add more.</Trans>
          )}
        </p>
      ) : null}
      <FieldRow>
        <Select
          label={labels.ownerId}
          placeholder={t`The client’s owner`}
          clearable
          data={owners}
          {...form.field('ownerId')}
        />
        <TextInput type="date" label={labels.dueOn} {...form.field('dueOn')} />
      </FieldRow>
      <Textarea label={labels.note} autosize minRows={3} maxLength={2000} {...form.field('note')} />
    </DrawerForm>
  );
}
