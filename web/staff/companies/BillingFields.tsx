import { useLingui } from '@lingui/react/macro';
import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { FieldGroup, FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { currencyOptions } from '../clients/form/choices.ts';
import { countryOptions } from '../clients/form/countries.ts';
import type { ApiForm } from '../forms/useApiForm.ts';
import type { BillingValues } from './billing-values.ts';
import { useBillingWords } from './words.ts';

interface BillingFieldsProps {
  api: ApiForm<BillingValues>;
  showsTax: boolean;
  /** The settings of the client ask for a PO number on every invoice. */
  needsPo: boolean;
  /** The place of the default can be taken, not given up; the first profile gets it by itself. */
  offersDefault: boolean;
}

export function BillingFields({ api, showsTax, needsPo, offersDefault }: BillingFieldsProps) {
  const { t } = useLingui();
  const { labels, terms, deliveries } = useBillingWords();
  const { form } = api;
  const field = (name: string) => ({ label: labels[name], ...api.field(name) });
  return (
    <>
      <TextInput {...field('legalName')} required maxLength={160} data-autofocus />
      {showsTax ? (
        <TextInput
          {...field('taxId')}
          description={t`As it stands on invoices. The timeline only tells that it changed.`}
          maxLength={40}
        />
      ) : null}
      <Address api={api} />
      <FieldGroup title={t`Terms and delivery`}>
        <FieldRow>
          <Currency api={api} />
          <Select {...field('terms')} required allowDeselect={false} data={terms} />
        </FieldRow>
        {form.values.terms === 'custom' ? (
          <TextInput {...field('termDays')} required inputMode="numeric" maxLength={3} />
        ) : null}
        <FieldRow>
          <TextInput {...field('emailTo')} required inputMode="email" autoComplete="off" />
          <Select {...field('deliveryMethod')} required allowDeselect={false} data={deliveries} />
        </FieldRow>
        <TagsInput
          {...field('emailCc')}
          description={t`Press Enter after each one.`}
          maxTags={5}
          clearable
          clearButtonProps={{ 'aria-label': t`Remove all copies` }}
        />
        <TextInput
          {...field('poNumber')}
          maxLength={60}
          description={needsPo ? t`The client’s settings ask for one on every invoice.` : undefined}
        />
      </FieldGroup>
      {offersDefault ? (
        <Checkbox
          label={t`Default profile, in place of the present one`}
          checked={form.values.default}
          onChange={(event) => form.setFieldValue('default', event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}

function Address({ api }: Pick<BillingFieldsProps, 'api'>) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { labels } = useBillingWords();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const part = (name: string) => ({ label: labels[`address.${name}`], ...api.field(`address.${name}`) });
  return (
    <FieldGroup title={t`Address`}>
      <TextInput {...part('line1')} required maxLength={120} />
      <TextInput {...part('line2')} maxLength={120} />
      <FieldRow>
        <TextInput {...part('postalCode')} maxLength={20} />
        <TextInput {...part('city')} required maxLength={80} />
      </FieldRow>
      <FieldRow>
        <TextInput {...part('region')} maxLength={80} />
        <Select
          {...part('country')}
          required
          searchable
          data={countries}
          placeholder={t`Choose`}
          nothingFoundMessage={t`No such country`}
          limit={60}
        />
      </FieldRow>
    </FieldGroup>
  );
}

function Currency({ api }: Pick<BillingFieldsProps, 'api'>) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { labels } = useBillingWords();
  const options = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Select
      label={labels.currency}
      required
      searchable
      data={options}
      placeholder={t`Choose`}
      nothingFoundMessage={t`No such currency`}
      limit={60}
      {...api.field('currency')}
    />
  );
}
