import { Trans, useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import type { UserId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldGroup, FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useOwners } from '../clients/useOwners.ts';
import { api } from '../session/api.ts';
import { orNull, useRequirementForm } from './useRequirementForm.ts';

/** What every drawer of a requirement is given. */
export interface RequirementDrawerProps {
  requirement: Requirement;
  onClose: () => void;
}

/** Changes who is responsible, by when, the note, and until when nobody is reminded. */
export function EditDrawer({ requirement, onClose }: RequirementDrawerProps) {
  const { t } = useLingui();
  const { owners } = useOwners();
  const { standardName, ownerId, ownerName, dueOn, note, snooze } = requirement;
  const labels: Record<string, string> = {
    ownerId: t`Responsible`,
    dueOn: t`Due`,
    note: t`Note`,
    'snooze.until': t`No reminders before`,
    'snooze.reason': t`Why`,
  };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: {
      ownerId: ownerId as string,
      dueOn: dueOn ?? '',
      note: note ?? '',
      snooze: { until: snooze?.until ?? '', reason: snooze?.reason ?? '' },
    },
    check: (values) => ({
      'snooze.reason':
        values.snooze.until && !values.snooze.reason.trim() ? t`Say why, in a few words` : null,
    }),
    send: (values, call) => {
      const { until, reason } = values.snooze;
      const isSame = until === (snooze?.until ?? '') && reason === (snooze?.reason ?? '');
      const body = {
        ownerId: values.ownerId as UserId,
        dueOn: orNull(values.dueOn),
        note: orNull(values.note),
        ...(!isSame && { snooze: until ? { until, reason } : null }),
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
    <>
      <DrawerForm
        opened
        onClose={onClose}
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
        <FieldGroup title={t`Reminders`}>
          <FieldRow>
            <TextInput type="date" label={labels['snooze.until']} {...form.field('snooze.until')} />
            <TextInput label={labels['snooze.reason']} maxLength={200} {...form.field('snooze.reason')} />
          </FieldRow>
        </FieldGroup>
      </DrawerForm>
      {guard}
    </>
  );
}
