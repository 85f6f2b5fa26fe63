import { useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { DuplicateNotice } from '../../duplicates/DuplicateNotice.tsx';
import { useHere } from '../../session/me.ts';
import { workspaceLists } from '../queries.ts';
import { currencyOptions, languageOptions, type Option, useBandWords } from './choices.ts';
import { useClientWords } from './fields.ts';
import type { ClientFormProps } from './props.ts';
import type { ClientField } from './values.ts';

/** What accounts and colleagues need to know. */
export function BusinessFields({ api, clientId }: ClientFormProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { can, workspaceId } = useHere();
  const { sizes, revenues } = useBandWords();
  const { locale } = useFormats();
  const services = useQuery(workspaceLists(workspaceId)).data?.find(({ name }) => name === 'service_types');
  const offered = (services?.entries ?? [])
    .filter(({ key, archived }) => !archived || key === api.form.values.primaryServiceTypeKey)
    .map(({ key, label }) => ({ value: key, label }));
  const languages = useMemo(() => languageOptions(locale), [locale]);
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  /** A choice that may be empty; a value that is no longer offered stays one of them. */
  const choice = (field: ClientField, data: Option[]) => {
    const value = String(api.form.values[field] ?? '');
    const known = value === '' || data.some((option) => option.value === value);
    return {
      label: labels[field],
      ...api.field(field),
      clearable: true,
      placeholder: t`Choose`,
      data: known ? data : [...data, { value, label: value }],
      value: value === '' ? null : value,
      onChange: (next: string | null) => api.form.setFieldValue(field, next ?? ''),
    };
  };
  return (
    <>
      <TextInput
        label={labels.registrationNumber}
        description={t`As it stands in the company register.`}
        maxLength={40}
        {...api.field('registrationNumber')}
      />
      {can('clients.view_tax') ? (
        <TextInput
          label={labels.taxId}
          description={t`As it stands on invoices. The timeline only tells that it changed.`}
          maxLength={40}
          {...api.field('taxId')}
        />
      ) : null}
      <DuplicateNotice about={{ taxId: api.form.values.taxId }} except={clientId} />
      <FieldRow>
        <Select {...choice('sizeBand', sizes)} />
        <Select {...choice('revenueBand', revenues)} />
      </FieldRow>
      <FieldRow>
        <Select searchable limit={60} {...choice('currency', currencies)} />
        <Select searchable {...choice('language', languages)} />
      </FieldRow>
      {offered.length > 0 ? <Select searchable {...choice('primaryServiceTypeKey', offered)} /> : null}
      <Textarea
        label={labels.currentSystems}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        {...api.field('currentSystems')}
      />
      <Textarea
        label={labels.technicalRequirements}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        {...api.field('technicalRequirements')}
      />
      <Textarea
        label={labels.notes}
        description={t`For your team; never shown to the client.`}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={5000}
        {...api.field('notes')}
      />
    </>
  );
}
