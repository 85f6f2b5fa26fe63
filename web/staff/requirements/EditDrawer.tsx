import { Trans, useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import type { UserId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useOwners } from '../clients/useOwners.ts';
import { api } from '../session/api.ts';
import { orNull, useRequirementForm } from './useRequirementForm.ts';

/** What every drawer of a requirement is given. */
export interface RequirementDrawerProps {
  requirement: Requirement;
  onClose: () => void;
}

/** Changes who is responsible, by when, and the note. */
export function EditDrawer({ requirement, onClose }: RequirementDrawerProps) {
  const { t } = useLingui();
  const { owners } = useOwners();
  const { standardName, ownerId, ownerName, dueOn, note } = requirement;
  const labels: Record<string, string> = {
    ownerId: t`Responsible`,
    dueOn: t`Due`,
    note: t`Note`,
  };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: {
      ownerId: ownerId as string,
      dueOn: dueOn ?? '',
      note: note ?? '',
    },
    send: (values, call) => {
      const body = {
        ownerId: values.ownerId as UserId,
        dueOn: orNull(values.dueOn),
        note: orNull(values.note),
      };
      return api.requirements.update({ ...call, body });
    },
    onSaved: (saved) => toast.ok(<Trans>{saved.standardName} was saved</Trans>),
  });
  // Whoever may not see the team keeps who is there.
  const people = owners.some(({ value }) => value === ownerId)
    ? owners
    : [{ value: ownerId, label: ownerName }, ...owners];
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Edit ${standardName}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save`}
      submitting={form.busy}
    >
      <FieldRow>
        <Select label={labels.ownerId} allowDeselect={false} data={people} {...form.field('ownerId')} />
        <TextInput type="date" label={labels.dueOn} {...form.field('dueOn')} />
      </FieldRow>
      <Textarea label={labels.note} autosize minRows={3} maxLength={2000} {...form.field('note')} />
    </DrawerForm>
  );
}
