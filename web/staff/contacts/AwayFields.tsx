import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { FieldRow } from '#ui/FieldRow.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import { useContacts } from './useContacts.ts';
import type { ContactValues } from './values.ts';

interface AwayFieldsProps {
  api: ApiForm<ContactValues>;
  clientId: ClientId;
  /** Nobody is their own deputy. */
  contactId: ContactId | undefined;
}

/** When somebody is not there, and who of the client answers instead. */
export function AwayFields({ api, clientId, contactId }: AwayFieldsProps) {
  const { t } = useLingui();
  const { people = [], hasNextPage } = useContacts(clientId, { all: true });
  const others = people.filter(({ id }) => id !== contactId);
  const { deputyId } = api.form.values.away;
  const isGone = deputyId !== '' && others.every(({ id }) => id !== deputyId);
  return (
    <>
      <FieldRow>
        <TextInput type="date" label={t`Away from`} {...api.field('away.from')} />
        <TextInput type="date" label={t`Away until`} {...api.field('away.until')} />
      </FieldRow>
      <NativeSelect
        label={t`Deputy`}
        description={t`Is written to instead on these days.`}
        data={[
          { value: '', label: t`Nobody` },
          ...others.map(({ id, name }) => ({ value: id as string, label: name })),
          ...(isGone
            ? [{ value: deputyId as string, label: hasNextPage ? t`Loading` : t`A removed contact` }]
            : []),
        ]}
        {...api.field('away.deputyId')}
      />
    </>
  );
}
