import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { FieldGroup, FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { countryOptions } from './countries.ts';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';
import type { ClientFormProps } from './props.ts';
import { type AddressKind, emptyAddress } from './values.ts';

const kindsOfAddress: readonly AddressKind[] = ['billing', 'service', 'mailing'];

/** Up to one address of each kind; none is asked for before it is wanted. */
export function AddressFields({ api }: ClientFormProps) {
  const { kinds } = useClientWords();
  const { addresses } = api.form.values;
  const absent = kindsOfAddress.filter((kind) => addresses.every((address) => address.kind !== kind));
  return (
    <>
      {addresses.map(({ kind }, index) => (
        <FieldGroup key={kind} title={kinds[kind]}>
          <AddressOf api={api} index={index} />
          <Button
            className={classes.remove}
            variant="subtle"
            color="gray"
            c="dimmed"
            size="xs"
            leftSection={<IconTrash size={14} stroke={1.7} aria-hidden="true" />}
            onClick={() => api.form.removeListItem('addresses', index)}
          >
            <Trans>Remove this address</Trans>
          </Button>
        </FieldGroup>
      ))}
      <div className={classes.adders}>
        {absent.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
            onClick={() => api.form.insertListItem('addresses', emptyAddress(kind))}
          >
            {kinds[kind]}
          </Button>
        ))}
      </div>
    </>
  );
}

function AddressOf({ api, index }: Pick<ClientFormProps, 'api'> & { index: number }) {
  const { t } = useLingui();
  const { parts } = useClientWords();
  const { locale } = useFormats();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const part = (name: string) => ({ label: parts[name], ...api.field(`addresses.${index}.${name}`) });
  return (
    <div className={classes.address}>
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
    </div>
  );
}
