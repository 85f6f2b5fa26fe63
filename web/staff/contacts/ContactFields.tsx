import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { FieldGroup, FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { AlsoAt } from '../duplicates/AlsoAt.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import classes from './contacts.module.css';
import { flags, isFlag, useFlagWord } from './flags.ts';
import type { ContactValues } from './values.ts';
import { useContactWords } from './words.ts';

const MOST_LINES = 5;

interface ContactFieldsProps {
  clientId: ClientId;
  api: ApiForm<ContactValues>;
  /** The place of the primary contact can be taken, not given up. */
  isPrimary: boolean;
  /** The client has nobody yet, so this one gets that place by itself. */
  isFirst: boolean;
}

export function ContactFields({ clientId, api, isPrimary, isFirst }: ContactFieldsProps) {
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
      <FieldGroup title={t`More`}>
        <More api={api} />
      </FieldGroup>
    </>
  );
}

function More({ api }: Pick<ContactFieldsProps, 'api'>) {
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
        <span />
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

interface LinesProps {
  api: ApiForm<ContactValues>;
  name: 'emails' | 'phones';
  label: string;
  hint?: string;
  add: string;
  inputMode: 'email' | 'tel';
}

/** A few values of one kind, one below the other; the first is the one that lists show. */
function Lines({ api, name, label, hint, add, inputMode }: LinesProps) {
  const { t } = useLingui();
  const { form } = api;
  const values = form.values[name];
  return (
    <div className={classes.list}>
      {values.map((_, index) => {
        const number = index + 1;
        return (
          <div key={index} className={classes.listRow} data-alone={values.length === 1 || undefined}>
            <TextInput
              {...(index === 0 ? { label, description: hint } : { 'aria-label': t`${label} ${number}` })}
              inputMode={inputMode}
              autoComplete="off"
              {...api.field(`${name}.${index}`)}
            />
            {index === 0 ? null : (
              <ActionIcon
                aria-label={t`Remove ${label} ${number}`}
                onClick={() => form.removeListItem(name, index)}
              >
                <IconX size={16} stroke={1.7} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {values.length < MOST_LINES && values.at(-1) !== '' ? (
        <Button
          className={classes.listAdd}
          variant="subtle"
          color="gray"
          c="dimmed"
          size="compact-xs"
          leftSection={<IconPlus size={13} stroke={2} aria-hidden="true" />}
          onClick={() => form.insertListItem(name, '')}
        >
          {add}
        </Button>
      ) : null}
    </div>
  );
}
