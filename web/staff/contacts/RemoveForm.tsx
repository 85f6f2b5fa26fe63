import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Contact, HandOver } from '#contracts/schemas/contact.ts';
import { HandOverFields, openPlaces } from '../routing/HandOverFields.tsx';
import { leavingOf } from '../routing/queries.ts';
import { useHere } from '../session/me.ts';
import classes from './contacts.module.css';
import { nobodyTakesOver, toHandOver } from './handOver.ts';

interface RemoveFormProps {
  contact: Contact;
  busy: boolean;
  onCancel: () => void;
  onDone: (handOver: HandOver) => void;
}

/** Nobody goes before it is told what is open with them; a primary contact names who follows. */
export function RemoveForm({ contact: { id, clientId }, busy, onCancel, onDone }: RemoveFormProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data } = useQuery(leavingOf(workspaceId, clientId, id));
  const [values, setValues] = useState(nobodyTakesOver);
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!data || busy) return;
    const lacks = openPlaces(data).includes('successor') && values.successor === '';
    setMissing(lacks);
    if (!lacks) onDone(toHandOver(values));
  };

  return (
    <form onSubmit={submit} noValidate>
      <p className={classes.text}>
        <Trans>The person disappears from this client. What they did stays in its activity.</Trans>
      </p>
      <HandOverFields
        clientId={clientId}
        contactId={id}
        values={values}
        onChange={(changed) => setValues({ ...values, ...changed })}
        field={(place) => ({
          error:
            missing && place === 'successor' && values.successor === ''
              ? t`A primary contact needs a successor`
              : null,
        })}
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy} disabled={!data}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </form>
  );
}
