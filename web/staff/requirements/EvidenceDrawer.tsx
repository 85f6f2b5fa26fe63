import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceId } from '#contracts/ids.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { today } from '../rates/days.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { standardsOf } from '../standards/queries.ts';
import type { RequirementDrawerProps } from './EditDrawer.tsx';
import classes from './requirements.module.css';
import { orNull, useRequirementForm } from './useRequirementForm.ts';

/** Adds a link to evidence, or one that takes the place of another; somebody reviews it then. */
export function EvidenceDrawer({
  requirement,
  corrects,
  onClose,
}: RequirementDrawerProps & { corrects?: EvidenceId }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data: standards } = useQuery(standardsOf(workspaceId));
  const { standardName, standardKey } = requirement;
  const before = requirement.evidence.find(({ id }) => id === corrects);
  const kinds = standards?.find(({ key }) => key === standardKey)?.evidenceTypes ?? [];
  const labels: Record<string, string> = {
    label: t`Name`,
    url: t`Link`,
    kind: t`Kind`,
    issuedOn: t`Issued`,
    expiresOn: t`Valid until`,
  };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: {
      label: before?.label ?? '',
      url: before?.url ?? '',
      kind: before?.kind ?? '',
      issuedOn: before?.issuedOn ?? '',
      expiresOn: before?.expiresOn ?? '',
    },
    check: ({ label, url, issuedOn, expiresOn }) => ({
      label: label.trim() ? null : t`Must not be blank`,
      url: url.trim() ? null : t`Must not be blank`,
      issuedOn: issuedOn ? null : t`Must not be blank`,
      expiresOn: expiresOn && expiresOn < issuedOn ? t`Must not be before the day of issue` : null,
    }),
    send: ({ label, url, kind, issuedOn, expiresOn }, call) =>
      api.requirements.addEvidence({
        ...call,
        body: {
          label,
          url,
          kind: orNull(kind),
          issuedOn,
          expiresOn: orNull(expiresOn),
          ...(before && { corrects: before.id }),
        },
      }),
    onSaved: (saved) =>
      toast.ok(
        before ? (
          <Trans>Evidence of {saved.standardName} was corrected</Trans>
        ) : (
          <Trans>Evidence of {saved.standardName} was added</Trans>
        ),
      ),
  });
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Evidence of ${standardName}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={before ? t`Correct evidence` : t`Add evidence`}
      submitting={form.busy}
    >
      {before ? (
        <p className={classes.hint}>
          <Trans>It takes the place of {before.label}, which stays in the history as withdrawn.</Trans>
        </p>
      ) : null}
      <TextInput label={labels.label} required maxLength={120} data-autofocus {...form.field('label')} />
      <TextInput
        label={labels.url}
        required
        inputMode="url"
        placeholder={t`https://…`}
        {...form.field('url')}
      />
      <Autocomplete label={labels.kind} maxLength={60} data={kinds} {...form.field('kind')} />
      <FieldRow>
        <TextInput type="date" label={labels.issuedOn} required max={today()} {...form.field('issuedOn')} />
        <TextInput
          type="date"
          label={labels.expiresOn}
          description={t`Without a day it is valid for as long as the standard says.`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.field('expiresOn')}
        />
      </FieldRow>
    </DrawerForm>
  );
}
