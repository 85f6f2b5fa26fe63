import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { fieldId, useApiForm } from '../forms/useApiForm.ts';
import { FirstProblem } from './FirstProblem.tsx';
import { NewPassword, usePasswordCheck } from './NewPassword.tsx';
import { type Asked, quiet } from './Step.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface NewPasswordStepProps {
  email: string;
  onNext: (asked: Asked) => void;
}

/** A temporary password opens the door once: here its own one is chosen. */
export function NewPasswordStep({ email, onNext }: NewPasswordStepProps) {
  const { t } = useLingui();
  const check = usePasswordCheck();
  const api = useApiForm({
    initial: { password: '' },
    place: () => ({ label: t`New password` }),
    check: ({ password }) => ({ password: check(password) }),
    send: async ({ password }) => onNext(await session.answer({ challenge: 'new_password', password })),
    onError: (error) => {
      if (error.status !== 401) return false;
      api.fail({ '': t`This took too long. Go back and sign in with the temporary password again.` });
      return true;
    },
  });

  useEffect(() => document.getElementById(fieldId('password'))?.focus(), []);

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
      <NewPassword email={email} {...api.field('password')} />
      <Button {...quiet} size="md" type="submit" loading={api.busy} fullWidth>
        {t`Save and sign in`}
      </Button>
    </form>
  );
}
