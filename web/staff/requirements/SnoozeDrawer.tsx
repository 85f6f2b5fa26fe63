import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { api } from '../session/api.ts';
import type { RequirementDrawerProps } from './EditDrawer.tsx';
import { useRequirementForm } from './useRequirementForm.ts';

/** Keeps the reminders of a requirement quiet until a day; they wake by themselves. */
export function SnoozeDrawer({ requirement, onClose }: RequirementDrawerProps) {
  const { t } = useLingui();
  const { standardName, snooze } = requirement;
  const labels: Record<string, string> = {
    'snooze.until': t`No reminders before`,
    'snooze.reason': t`Why`,
  };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: { snooze: { until: snooze?.until ?? '', reason: snooze?.reason ?? '' } },
    check: ({ snooze: { until, reason } }) => ({
      'snooze.until': until ? null : t`A snooze needs an end`,
      'snooze.reason': reason.trim() ? null : t`Say why, in a few words`,
    }),
    send: (body, call) => api.requirements.update({ ...call, body }),
    onSaved: (saved) => toast.ok(<Trans>Reminders of {saved.standardName} are snoozed</Trans>),
  });
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Snooze reminders of ${standardName}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Snooze`}
      submitting={form.busy}
    >
      <TextInput
        type="date"
        label={labels['snooze.until']}
        required
        data-autofocus
        description={t`From this day on reminders go out again by themselves. At most until the deadline, or a year.`}
        {...form.field('snooze.until')}
      />
      <TextInput label={labels['snooze.reason']} required maxLength={200} {...form.field('snooze.reason')} />
    </DrawerForm>
  );
}
