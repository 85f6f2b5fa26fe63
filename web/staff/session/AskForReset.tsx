import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useApiForm } from '../forms/useApiForm.ts';
import { FirstProblem } from './FirstProblem.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface AskForResetProps {
  email: string;
  onSent: (email: string) => Promise<void>;
}

/** The first step. Whatever the address, the next one follows: who is known here is nobody's business. */
export function AskForReset({ email, onSent }: AskForResetProps) {
  const { t } = useLingui();
  const known = useRef(email !== '');
  const field = useRef<HTMLInputElement>(null);
  const api = useApiForm({
    initial: { email },
    place: () => ({ label: t`Work e-mail` }),
    send: async (values) => {
      const address = values.email.trim();
      await session.forgot(address);
      await onSent(address);
    },
  });

  // Somebody who comes back to correct the address; at the first visit the heading has the focus.
  useEffect(() => {
    if (known.current) field.current?.focus();
  }, []);

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void api.submit();
      }}
    >
      <FirstProblem problems={api.problems} attempt={api.attempt} />
      <TextInput
        {...api.field('email')}
        ref={field}
        size="md"
        name="email"
        type="email"
        label={t`Work e-mail`}
        autoComplete="username"
      />
      <Button size="md" type="submit" loading={api.busy} fullWidth>
        <Trans>Send me a code</Trans>
      </Button>
    </form>
  );
}
