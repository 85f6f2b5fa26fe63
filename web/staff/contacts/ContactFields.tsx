import { useLingui } from '@lingui/react/macro';
import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { FieldGroup, FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { brandsOf } from '../companies/queries.ts';
import { AlsoAt } from '../duplicates/AlsoAt.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import { useHere } from '../session/me.ts';
import { AwayFields } from './AwayFields.tsx';
import classes from './contacts.module.css';
import { flags, isFlag, useFlagWord } from './flags.ts';
import { Lines } from './Lines.tsx';
import type { ContactValues } from './values.ts';
import { useContactWords } from './words.ts';

const HandOverFields = onDemand(async () => (await import('../routing/HandOverFields.tsx')).HandOverFields);

interface ContactFieldsProps {
  clientId: ClientId;
  api: ApiForm<ContactValues>;
  /** The place of the primary contact can be taken, not given up. */
  isPrimary: boolean;
  /** The client has nobody yet, so this one gets that place by itself. */
  isFirst: boolean;
  /** Absent for one that is about to be added. */
  contactId?: ContactId;
  /** A last day is said that was not: what is open is handed over. */
  leaves?: boolean;
}

export function ContactFields({ clientId, api, isPrimary, isFirst, contactId, leaves }: ContactFieldsProps) {
  const { t } = useLingui();
  const labels = useContactWords();
  const word = useFlagWord();
  const { form } = api;
  return (
    <>
      <FieldRow>
        <TextInput
          label={labels.firstName}
          required
          maxLength={80}
          autoComplete="off"
          data-autofocus
          {...api.field('firstName')}
        />
        <TextInput label={labels.lastName} maxLength={80} autoComplete="off" {...api.field('lastName')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={labels.title} maxLength={120} {...api.field('title')} />
        <TextInput label={labels.department} maxLength={120} {...api.field('department')} />
      </FieldRow>
      <Lines api={api} name="emails" label={labels.emails} add={t`Add an e-mail`} inputMode="email" />
      <AlsoAt emails={form.values.emails} except={clientId} />
      <Lines
        api={api}
        name="phones"
        label={labels.phones}
        hint={t`As you know it. A number from abroad begins with + and its country code.`}
        add={t`Add a phone`}
        inputMode="tel"
        beside={{ name: 'extensions', label: labels.extensions }}
      />
      <Checkbox.Group
        label={labels.flags}
        value={form.values.flags}
        onChange={(chosen) => form.setFieldValue('flags', chosen.filter(isFlag))}
      >
        <div className={classes.checks}>
          {flags.map((flag) => (
            <Checkbox key={flag} value={flag} label={word(flag)} />
          ))}
        </div>
      </Checkbox.Group>
      {isPrimary || isFirst ? null : (
        <Checkbox
          label={t`Primary contact, in place of the present one`}
          checked={form.values.primary}
          onChange={(event) => form.setFieldValue('primary', event.currentTarget.checked)}
        />
      )}
      <BrandsField api={api} clientId={clientId} />
      <FieldGroup title={t`More`}>
        <More api={api} />
        {contactId && leaves ? (
          <HandOverFields
            clientId={clientId}
            contactId={contactId}
            values={form.values.handOver}
            onChange={(changed) => form.setFieldValue('handOver', { ...form.values.handOver, ...changed })}
            field={(place) => {
              const { id, error } = api.field(`handOver.${place}`);
              return { id, error };
            }}
          />
        ) : null}
        <AwayFields api={api} clientId={clientId} contactId={contactId} />
      </FieldGroup>
    </>
  );
}

/** Only where the client has brands. One that was removed since may stay chosen, by its place. */
function BrandsField({ api, clientId }: Pick<ContactFieldsProps, 'api' | 'clientId'>) {
  const { t } = useLingui();
  const labels = useContactWords();
  const { workspaceId } = useHere();
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  const chosen = api.form.values.brandIds;
  const gone = chosen.filter((id) => brands.every((brand) => brand.id !== id));
  if (brands.length === 0 && chosen.length === 0) return null;
  return (
    <MultiSelect
      label={labels.brandIds}
      description={t`None chosen: for the whole client.`}
      clearable
      data={[
        ...brands.map(({ id, name }) => ({ value: id, label: name })),
        ...gone.map((id) => ({ value: id, label: t`A removed brand` })),
      ]}
      {...api.field('brandIds')}
    />
  );
}

function More({ api }: Pick<ContactFieldsProps, 'api'>) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const labels = useContactWords();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const languages = useMemo(() => languageOptions(locale), [locale]);
  const { locale: language, timeZone } = api.form.values;
  const known = languages.some(({ value }) => value === language) || language === '';
  return (
    <>
      <FieldRow>
        <Select
          label={labels.locale}
          searchable
          clearable
          data={known ? languages : [...languages, { value: language, label: language }]}
          {...api.field('locale')}
          value={language || null}
          onChange={(value) => api.form.setFieldValue('locale', value ?? '')}
        />
        <Select
          label={labels.timeZone}
          searchable
          clearable
          data={timeZone === '' || zones.includes(timeZone) ? zones : [...zones, timeZone]}
          limit={50}
          {...api.field('timeZone')}
          value={timeZone || null}
          onChange={(value) => api.form.setFieldValue('timeZone', value ?? '')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label={labels.pronouns} maxLength={40} {...api.field('pronouns')} />
        <TextInput
          type="date"
          label={labels.leftOn}
          description={t`From the day after, nothing is sent to this person.`}
          {...api.field('leftOn')}
        />
      </FieldRow>
    </>
  );
}

const tags = [
  'en',
  'en-GB',
  'en-US',
  'de',
  'es',
  'fr',
  'it',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'sv',
  'ja',
  'ko',
  'zh',
];

function languageOptions(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return tags.map((value) => ({ value, label: names.of(value) ?? value }));
}
