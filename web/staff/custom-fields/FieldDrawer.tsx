import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { type CustomFieldType, canBeUnique, hasOptions } from '#contracts/custom-field-types.ts';
import type { CustomField, CustomFields } from '#contracts/schemas/custom-field.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { type ApiForm, useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { type Draft, newDraft, toEntries } from '../lists/drafts.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './custom-fields.module.css';
import { customFieldsOf } from './queries.ts';
import { useTypeWords } from './words.ts';

interface FieldValues extends Record<string, unknown> {
  label: string;
  type: CustomFieldType;
  required: boolean;
  unique: boolean;
  portalVisible: boolean;
  options: Draft[];
}

interface FieldDrawerProps {
  fields: CustomFields;
  /** Null to add one. */
  field: CustomField | null;
  onClose: () => void;
}

/** Adds a field, or changes what may change of one. */
export function FieldDrawer({ fields, field, onClose }: FieldDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const types = useTypeWords();
  const query = customFieldsOf(workspaceId);
  const base = useRef(fields);
  const labels: Record<string, string> = { label: t`Name`, type: t`What it holds`, options: t`Choices` };

  const form = useApiForm<FieldValues>({
    initial: {
      label: field?.label ?? '',
      type: field?.type ?? 'text',
      required: field?.required ?? false,
      unique: field?.unique ?? false,
      portalVisible: field?.portalVisible ?? false,
      options: field?.options.map((option) => ({ id: option.key, ...option })) ?? [newDraft('')],
    },
    place: (path) => ({ label: labels[path.split('.')[0] ?? ''] ?? path }),
    check: ({ label, type, options }) => ({
      label:
        label.trim() === '' ? t`Must not be blank` : isTaken(label) ? t`Another field has this name` : null,
      ...(hasOptions(type) && faultsIn(options)),
    }),
    send: async (values) => {
      const made = fieldOf(values);
      const others = base.current.fields;
      const next = field ? others.map((one) => (one.key === field.key ? made : one)) : [...others, made];
      const saved = bodyOf(
        await api.customFields.update({
          params: { workspaceId },
          body: { fields: next },
          ifMatch: base.current.version,
        }),
      );
      queryClient.setQueryData(query.queryKey, saved);
      toast.ok(<Trans>{made.label} was saved</Trans>);
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      form.fail({ '': t`Somebody changed the fields meanwhile. Save again to add yours to theirs.` });
      void queryClient.fetchQuery({ ...query, staleTime: 0 }).then((newest) => {
        base.current = newest;
      });
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const { type, options } = form.form.values;

  const isTaken = (label: string) =>
    base.current.fields.some(
      (one) => one.key !== field?.key && one.label.toLowerCase() === label.trim().toLowerCase(),
    );
  const faultsIn = (drafts: Draft[]) =>
    Object.fromEntries(
      drafts.map(({ label }, at) => {
        const twice = drafts.findIndex((one) => one.label.trim() === label.trim()) < at;
        const fault = label.trim() === '' ? t`Must not be blank` : twice ? t`Is there twice` : null;
        return [`options.${at}.label`, fault];
      }),
    );
  const fieldOf = (values: FieldValues): CustomField => {
    const entry = toEntries([
      ...base.current.fields.map(({ key, label, archived }) => ({ id: key, key, label, archived })),
      newDraft(values.label),
    ]).at(-1);
    return {
      key: field?.key ?? entry?.key ?? 'field',
      label: values.label.trim(),
      type: values.type,
      required: values.required,
      unique: values.unique && canBeUnique(values.type),
      options: hasOptions(values.type) ? toEntries(values.options) : [],
      archived: field?.archived ?? false,
      portalVisible: values.portalVisible,
    };
  };

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={field ? t`Edit ${field.label}` : t`New field`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save field`}
      submitting={form.busy}
    >
      <TextInput label={labels.label} required maxLength={80} data-autofocus {...form.field('label')} />
      <Select
        label={labels.type}
        description={field ? t`Stays as it was made: clients have values by it.` : undefined}
        disabled={field !== null}
        allowDeselect={false}
        data={Object.entries(types).map(([value, label]) => ({ value, label }))}
        {...form.field('type')}
        value={type}
        onChange={(value) => form.form.setFieldValue('type', (value ?? 'text') as CustomFieldType)}
      />
      {hasOptions(type) ? <Choices api={form} options={options} label={t`Choices`} /> : null}
      <Checkbox
        label={t`Required`}
        description={t`A client without it is shown as incomplete; it can still be saved.`}
        {...form.form.getInputProps('required', { type: 'checkbox' })}
      />
      <Checkbox
        label={t`Show in the client portal`}
        description={
          type === 'person'
            ? t`Everybody whom a client lets into its portal sees the name of the member there; nothing else of the member.`
            : t`Everybody whom a client lets into its portal reads there what is entered for that client.`
        }
        {...form.form.getInputProps('portalVisible', { type: 'checkbox' })}
      />
      {canBeUnique(type) ? (
        <Checkbox
          label={t`Unique`}
          description={t`No two clients have the same. Decide it now: it cannot be changed later.`}
          disabled={field !== null}
          {...form.form.getInputProps('unique', { type: 'checkbox' })}
        />
      ) : null}
    </DrawerForm>
  );
}

interface ChoicesProps {
  api: ApiForm<FieldValues>;
  options: Draft[];
  label: string;
}

/** What a field offers: a choice that clients may have is archived, a new one is taken out. */
function Choices({ api, options, label }: ChoicesProps) {
  const { t } = useLingui();
  const { form } = api;
  return (
    <fieldset className={classes.choices}>
      <legend>{label}</legend>
      {options.map(({ id, key, archived }, at) => {
        const number = at + 1;
        return (
          <div key={id} className={classes.choice}>
            <TextInput
              aria-label={t`Choice ${number}`}
              maxLength={80}
              disabled={archived}
              {...api.field(`options.${at}.label`)}
            />
            {key === undefined ? (
              <ActionIcon
                aria-label={t`Remove choice ${number}`}
                disabled={options.length === 1}
                onClick={() => form.removeListItem('options', at)}
              >
                <IconX size={16} stroke={1.7} />
              </ActionIcon>
            ) : (
              <ActionIcon
                aria-label={archived ? t`Offer choice ${number} again` : t`Archive choice ${number}`}
                onClick={() => form.setFieldValue(`options.${at}.archived`, !archived)}
              >
                {archived ? (
                  <IconArchiveOff size={16} stroke={1.7} />
                ) : (
                  <IconArchive size={16} stroke={1.7} />
                )}
              </ActionIcon>
            )}
          </div>
        );
      })}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
        onClick={() => form.insertListItem('options', newDraft(''))}
      >
        <Trans>Add a choice</Trans>
      </Button>
    </fieldset>
  );
}
