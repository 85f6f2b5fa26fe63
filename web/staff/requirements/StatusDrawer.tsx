import { Trans, useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { type RequirementStatus, requirementMoves } from '#contracts/compliance.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { api } from '../session/api.ts';
import type { RequirementDrawerProps } from './EditDrawer.tsx';
import { orNull, useRequirementForm } from './useRequirementForm.ts';
import { canBeMet, useComplianceWords } from './words.ts';

/** Says how far a client meets a standard: only what its state can become is offered. */
export function StatusDrawer({
  requirement,
  to,
  onClose,
}: RequirementDrawerProps & { to?: RequirementStatus }) {
  const { t } = useLingui();
  const { stateOf } = useComplianceWords();
  const { standardName, status } = requirement;
  const choices = requirementMoves[status].filter((to) => to !== 'compliant' || canBeMet(requirement));
  const labels: Record<string, string> = {
    status: t`Status`,
    reason: t`Reason`,
    expiresOn: t`Met until`,
  };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: { status: (to ?? choices[0] ?? status) as string, reason: '', expiresOn: '' },
    check: (values) => ({
      reason: values.status === 'not_applicable' && !values.reason.trim() ? t`Say why, in a few words` : null,
    }),
    send: (values, call) =>
      api.requirements.move({
        ...call,
        body: {
          status: values.status as RequirementStatus,
          reason: orNull(values.reason),
          ...(values.status === 'compliant' && values.expiresOn && { expiresOn: values.expiresOn }),
        },
      }),
    onSaved: (saved) => {
      const { label } = stateOf(saved.state);
      toast.ok(
        <Trans>
          {saved.standardName} is now: {label}
        </Trans>,
      );
    },
  });
  const chosen = form.form.values.status;
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Status of ${standardName}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save status`}
      submitting={form.busy}
    >
      <Select
        label={labels.status}
        allowDeselect={false}
        data-autofocus
        {...(!canBeMet(requirement) && {
          description: t`Four eyes: it is met once somebody else has accepted evidence.`,
        })}
        data={choices.map((value) => ({ value, label: stateOf(value).label }))}
        {...form.field('status')}
      />
      {chosen === 'compliant' ? (
        <TextInput
          type="date"
          label={labels.expiresOn}
          description={t`Without a day it is met for as long as the standard says.`}
          {...form.field('expiresOn')}
        />
      ) : null}
      <Textarea
        label={labels.reason}
        required={chosen === 'not_applicable'}
        autosize
        minRows={2}
        maxLength={500}
        {...form.field('reason')}
      />
    </DrawerForm>
  );
}
