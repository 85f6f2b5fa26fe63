import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { ruleFields, usualReminders } from '#contracts/compliance.ts';
import type { Blocking, Standard } from '#contracts/schemas/standard.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { standardsOf } from './queries.ts';
import { RuleFields, type RuleValues } from './RuleFields.tsx';
import { useBlockingWords } from './words.ts';

interface StandardDrawerProps {
  /** Null to add one. */
  standard: Standard | null;
  onClose: () => void;
}

/** A key from a name: what is neither letter nor digit becomes an underscore. */
const keyFrom = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);

const ruleOf = (rule: Standard['rule'] | undefined): RuleValues => ({
  industries: rule?.industries ?? [],
  serviceTypeKeys: rule?.serviceTypeKeys ?? [],
  countries: rule?.countries ?? [],
  tags: rule?.tags ?? [],
});

/** Adds a standard to the workspace, or changes one. */
export function StandardDrawer({ standard, onClose }: StandardDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const blockings = useBlockingWords();
  const base = useRef(standard);
  const labels: Record<string, string> = {
    name: t`Name`,
    key: t`Key`,
    description: t`Description`,
    evidenceTypes: t`Kinds of evidence`,
    validityDays: t`Valid for days`,
    reminders: t`Reminders, days before`,
    blocking: t`While it is not met`,
    fourEyes: t`Four eyes on evidence`,
    'rule.industries': t`Industry is one of`,
    'rule.serviceTypeKeys': t`Primary service is one of`,
    'rule.countries': t`An address is in one of`,
    'rule.tags': t`Has one of the tags`,
  };
  const form = useApiForm({
    initial: {
      name: standard?.name ?? '',
      key: standard?.key ?? '',
      description: standard?.description ?? '',
      evidenceTypes: standard?.evidenceTypes ?? [],
      validityDays: (standard?.validityDays ?? '') as number | string,
      reminders: (standard?.reminders ?? usualReminders).map(String),
      blocking: (standard?.blocking ?? 'none') as string,
      fourEyes: standard?.fourEyes ?? false,
      rule: ruleOf(standard?.rule),
    },
    place: (path) => ({ label: labels[path.replace(/\.\d+$/, '')] ?? path }),
    check: ({ name, reminders }) => ({
      name: name.trim() ? null : t`Must not be blank`,
      reminders: reminders.every((day) => /^\d{1,3}$/.test(day) && +day >= 1 && +day <= 365)
        ? null
        : t`Whole numbers of days, 1 to 365`,
    }),
    send: async (values, idempotencyKey) => {
      const { name, key, description, evidenceTypes, validityDays, reminders, blocking, fourEyes, rule } =
        values;
      const body = {
        name,
        description: description.trim() || null,
        evidenceTypes,
        validityDays: validityDays === '' ? null : Number(validityDays),
        reminders: reminders.map(Number),
        blocking: blocking as Blocking,
        fourEyes,
        rule: ruleFields.some((field) => rule[field].length > 0) ? rule : null,
      };
      const before = base.current;
      const params = { workspaceId };
      const answer = before
        ? await api.standards.update({
            params: { ...params, standardKey: before.key },
            body,
            ifMatch: before.version,
          })
        : await api.standards.create({
            params,
            body: { ...body, key: key.trim() || keyFrom(name) },
            idempotencyKey,
          });
      toast.ok(<Trans>{bodyOf(answer).name} was saved</Trans>);
      void queryClient.invalidateQueries(standardsOf(workspaceId));
    },
    overtaken: (version) => {
      base.current = base.current && { ...base.current, version };
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={standard ? t`Edit ${standard.name}` : t`New standard`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save standard`}
      submitting={form.busy}
    >
      <TextInput label={labels.name} required maxLength={120} data-autofocus {...form.field('name')} />
      {standard ? null : (
        <TextInput
          label={labels.key}
          maxLength={40}
          placeholder={keyFrom(form.form.values.name)}
          description={t`Names it in the API for ever. Left empty it is made from the name.`}
          {...form.field('key')}
        />
      )}
      <Textarea
        label={labels.description}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.field('description')}
      />
      <TagsInput
        label={labels.evidenceTypes}
        placeholder={t`Like: certificate`}
        maxTags={10}
        clearButtonProps={{ 'aria-label': t`Clear` }}
        {...form.field('evidenceTypes')}
      />
      <FieldRow>
        <NumberInput
          label={labels.validityDays}
          description={t`Empty is without an end.`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDecimal={false}
          allowNegative={false}
          {...form.field('validityDays')}
        />
        <Select
          label={labels.blocking}
          allowDeselect={false}
          data={blockings.options}
          {...form.field('blocking')}
        />
      </FieldRow>
      <TagsInput
        label={labels.reminders}
        description={t`Each is mailed once to whoever is responsible.`}
        maxTags={6}
        {...form.field('reminders')}
      />
      <Checkbox
        label={labels.fourEyes}
        description={t`Whoever adds evidence cannot accept it, and nothing is met without accepted evidence.`}
        {...form.field('fourEyes')}
        {...form.form.getInputProps('fourEyes', { type: 'checkbox' })}
      />
      <RuleFields labels={labels} rule={form.form.values.rule} field={form.field} />
    </DrawerForm>
  );
}
