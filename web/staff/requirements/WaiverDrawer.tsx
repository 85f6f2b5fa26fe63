import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { api } from '../session/api.ts';
import type { RequirementDrawerProps } from './EditDrawer.tsx';
import { useRequirementForm } from './useRequirementForm.ts';

/** Excuses the client from a standard until a day; the waiver then ends by itself. */
export function WaiverDrawer({ requirement, onClose }: RequirementDrawerProps) {
  const { t } = useLingui();
  const { standardName, waiver } = requirement;
  const labels: Record<string, string> = { until: t`Last day`, reason: t`Reason` };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: { until: waiver?.until ?? '', reason: waiver?.reason ?? '' },
    check: ({ until, reason }) => ({
      until: until ? null : t`A waiver needs an end`,
      reason: reason.trim() ? null : t`Say why, in a few words`,
    }),
    send: (body, call) => api.requirements.waive({ ...call, body }),
    onSaved: (saved) => toast.ok(<Trans>{saved.standardName} was waived</Trans>),
  });
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Waive ${standardName}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Waive`}
      submitting={form.busy}
    >
      <TextInput
        type="date"
        label={labels.until}
        required
        data-autofocus
        description={t`At most a year ahead. After this day the standard counts again by itself.`}
        {...form.field('until')}
      />
      <Textarea
        label={labels.reason}
        required
        description={t`You are recorded as the approver.`}
        autosize
        minRows={2}
        maxLength={500}
        {...form.field('reason')}
      />
    </DrawerForm>
  );
}
