import { useLingui } from '@lingui/react/macro';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { own } from '#contracts/own.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import { useFormats } from '#ui/formats.ts';
import { currencyOptions } from '../clients/form/choices.ts';
import type { ApiForm } from '../forms/useApiForm.ts';
import { memberList } from '../members/queries.ts';
import { useHere } from '../session/me.ts';
import classes from './custom-fields.module.css';
import type { FormValues } from './values.ts';

interface ValueFieldProps {
  field: CustomField;
  api: ApiForm<FormValues>;
}

/** The input that a type of field asks for. */
export function ValueField({ field, api }: ValueFieldProps) {
  const { t } = useLingui();
  const { key, label, type, required } = field;
  const description = usePortalHint(field);
  const props = { label, description, withAsterisk: required, ...api.field(`${key}.text`) };
  const text = own(api.form.values, key)?.text ?? '';
  const pick = (value: string | null) => api.form.setFieldValue(`${key}.text`, value ?? '');
  switch (type) {
    case 'select':
    case 'multi':
      return <ChoiceField field={field} api={api} />;
    case 'bool':
      return (
        <Select
          {...props}
          clearable
          placeholder={t`Not known`}
          data={[
            { value: 'yes', label: t`Yes` },
            { value: 'no', label: t`No` },
          ]}
          value={text || null}
          onChange={pick}
        />
      );
    case 'person':
      return <PersonField field={field} api={api} />;
    case 'money':
      return <MoneyField field={field} api={api} />;
    case 'date':
      return <TextInput {...props} type="date" />;
    case 'number':
      return <TextInput {...props} inputMode="decimal" autoComplete="off" />;
    case 'url':
      return <TextInput {...props} inputMode="url" autoComplete="off" placeholder={t`acme.com`} />;
    case 'text':
      return <Textarea {...props} autosize minRows={1} maxRows={8} maxLength={2000} />;
  }
}

/** Whoever enters something is told when the client reads it. */
function usePortalHint({ portalVisible }: CustomField): string | undefined {
  const { t } = useLingui();
  return portalVisible ? t`The client sees this in its portal.` : undefined;
}

/** What is archived is offered where it was chosen already. */
function ChoiceField({ field, api }: ValueFieldProps) {
  const { t } = useLingui();
  const { key, label, type, required, options } = field;
  const { text = '', chosen = [] } = own(api.form.values, key) ?? {};
  const data = options
    .filter((option) => !option.archived || option.key === text || chosen.includes(option.key))
    .map((option) => ({ value: option.key, label: option.label }));
  const props = {
    label,
    description: usePortalHint(field),
    withAsterisk: required,
    data,
    searchable: true,
    clearable: true,
    placeholder: t`Choose`,
  };
  return type === 'multi' ? (
    <MultiSelect
      {...props}
      id={`field-${key}.text`}
      error={api.form.errors[`${key}.text`]}
      value={chosen}
      onChange={(next) => api.form.setFieldValue(`${key}.chosen`, next)}
    />
  ) : (
    <Select
      {...props}
      {...api.field(`${key}.text`)}
      value={text || null}
      onChange={(next) => api.form.setFieldValue(`${key}.text`, next ?? '')}
    />
  );
}

/** Whoever may not see the members sees whom somebody else chose, and changes nothing. */
function PersonField({ field, api }: ValueFieldProps) {
  const { t } = useLingui();
  const { key, label, required } = field;
  const hint = usePortalHint(field);
  const { workspaceId, can } = useHere();
  const mayLook = can('members.view');
  const members = useQuery({ ...memberList(workspaceId), enabled: mayLook }).data ?? [];
  const text = own(api.form.values, key)?.text ?? '';
  const data = members
    .filter(({ status, userId }) => status === 'active' || userId === text)
    .map(({ userId, name }) => ({ value: userId as string, label: name }));
  return (
    <Select
      label={label}
      withAsterisk={required}
      description={mayLook ? hint : t`Only who sees the team can choose somebody.`}
      disabled={!mayLook}
      searchable
      clearable
      placeholder={t`Choose`}
      data={data}
      {...api.field(`${key}.text`)}
      value={text || null}
      onChange={(next) => api.form.setFieldValue(`${key}.text`, next ?? '')}
    />
  );
}

function MoneyField({ field, api }: ValueFieldProps) {
  const { t } = useLingui();
  const { key, label, required } = field;
  const { locale } = useFormats();
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  const currency = own(api.form.values, key)?.currency ?? '';
  return (
    <div className={classes.money}>
      <TextInput
        label={label}
        description={usePortalHint(field)}
        withAsterisk={required}
        inputMode="decimal"
        autoComplete="off"
        {...api.field(`${key}.text`)}
      />
      <Select
        aria-label={t`Currency of ${label}`}
        searchable
        allowDeselect={false}
        limit={60}
        data={currencies.map(({ value, label: name }) => ({
          value,
          label: value === currency ? value : name,
        }))}
        value={currency}
        onChange={(next) => next && api.form.setFieldValue(`${key}.currency`, next)}
      />
    </div>
  );
}
