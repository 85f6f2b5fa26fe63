import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { FieldRow } from '#ui/FieldRow.tsx';
import { DuplicateNotice } from '../../duplicates/DuplicateNotice.tsx';
import { useHere } from '../../session/me.ts';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';
import type { ClientFormProps } from './props.ts';

/** Whom one talks to there; more people are added later. Nothing for whoever may not add people. */
export function FirstContact({ api }: Pick<ClientFormProps, 'api'>) {
  const { t } = useLingui();
  const { contact } = useClientWords();
  const { can } = useHere();
  if (!can('stakeholders.manage')) return null;
  const { email } = api.form.values.firstContact;
  return (
    <fieldset className={classes.contact}>
      <legend>
        <Trans>First contact</Trans>
      </legend>
      <FieldRow>
        <TextInput
          label={contact.firstName}
          maxLength={80}
          autoComplete="off"
          {...api.field('firstContact.firstName')}
        />
        <TextInput
          label={contact.lastName}
          maxLength={80}
          autoComplete="off"
          {...api.field('firstContact.lastName')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={contact.email}
          placeholder={t`name@company.com`}
          type="email"
          maxLength={254}
          autoComplete="off"
          {...api.field('firstContact.email')}
        />
        <TextInput
          label={contact.title}
          placeholder={t`What they do`}
          maxLength={120}
          autoComplete="off"
          {...api.field('firstContact.title')}
        />
      </FieldRow>
      <DuplicateNotice about={{ emails: [email] }} />
      <TextInput
        label={contact.phone}
        description={t`With + and the country code, or as it is dialled in the country of the address.`}
        type="tel"
        maxLength={40}
        autoComplete="off"
        {...api.field('firstContact.phone')}
      />
    </fieldset>
  );
}
