import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { Strip } from '#ui/Strip.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface SignInFormProps {
  /** The address is known when somebody comes back to a page left open. */
  email?: string;
  onDone: () => void;
}

/** Dialogs below must not take Esc from here as their own. */
const quiet = { 'data-mantine-stop-propagation': 'true' };

/** E-mail and password. What went wrong is never told more exactly than the server does. */
export function SignInForm({ email: known, onDone }: SignInFormProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);

  const explain = (error: unknown) => {
    if (error instanceof ApiError && (error.status === 401 || error.status === 422))
      return t`E-mail or password is not right. Check both and try again.`;
    if (error instanceof ApiError && error.status === 429)
      return t`Too many attempts. Wait a minute and try again.`;
    return t`Signing in does not work right now. Try again in a moment.`;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      await session.signIn(String(given.get('email')), String(given.get('password')));
      onDone();
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem ? (
        <div ref={box} tabIndex={-1} role="alert">
          <Strip tone="bad">{problem}</Strip>
        </div>
      ) : null}
      <TextInput
        {...quiet}
        size="md"
        name="email"
        type="email"
        label={t`Work e-mail`}
        autoComplete="username"
        defaultValue={known ?? ''}
        readOnly={known !== undefined}
        required
        withAsterisk={false}
        data-autofocus={known === undefined || undefined}
      />
      <PasswordInput
        {...quiet}
        size="md"
        name="password"
        label={t`Password`}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus={known !== undefined || undefined}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
      />
      <Button {...quiet} size="md" type="submit" loading={busy} fullWidth>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
