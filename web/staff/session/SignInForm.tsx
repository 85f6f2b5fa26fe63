import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { CodeInput } from '#ui/CodeInput.tsx';
import { Strip } from '#ui/Strip.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

/** What is still asked before one is in; null when one is. */
type Asked = Awaited<ReturnType<typeof session.signIn>>;

interface SignInFormProps {
  /** The address is known when somebody comes back to a page left open. */
  email?: string;
  onDone: () => void;
}

/** Dialogs below must not take Esc from here as their own. */
const quiet = { 'data-mantine-stop-propagation': 'true' };

/** E-mail and password, then whatever the account still asks for. */
export function SignInForm({ email, onDone }: SignInFormProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Asked>(null);
  const go = (next: Asked) => (next ? setAsked(next) : onDone());

  if (asked === 'totp') return <CodeStep onNext={go} />;
  if (asked === 'new_password') {
    return (
      <Step
        button={t`Save and sign in`}
        refusal={t`This password cannot be used, or it took too long. Try another one, or begin again.`}
        send={(given) => session.answer({ challenge: 'new_password', password: given('password') })}
        onNext={go}
      >
        <PasswordInput
          {...quiet}
          size="md"
          name="password"
          label={t`New password`}
          description={t`At least 10 characters`}
          autoComplete="new-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
        />
      </Step>
    );
  }
  return (
    <Step
      button={t`Sign in`}
      refusal={t`E-mail or password is not right. Check both and try again.`}
      send={(given) => session.signIn(given('email'), given('password'))}
      onNext={go}
    >
      <TextInput
        {...quiet}
        size="md"
        name="email"
        type="email"
        label={t`Work e-mail`}
        autoComplete="username"
        defaultValue={email ?? ''}
        readOnly={email !== undefined}
        data-autofocus={email === undefined || undefined}
      />
      <PasswordInput
        {...quiet}
        size="md"
        name="password"
        label={t`Password`}
        autoComplete="current-password"
        data-autofocus={email !== undefined || undefined}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
      />
    </Step>
  );
}

function CodeStep({ onNext }: { onNext: (asked: Asked) => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  return (
    <Step
      button={t`Continue`}
      refusal={t`This code is not right, or its time is over. Enter the one shown now.`}
      send={() => session.answer({ challenge: 'totp', code })}
      onNext={onNext}
    >
      <p className={classes.hint}>
        <Trans>Enter the six digits that your authenticator app shows.</Trans>
      </p>
      <CodeInput value={code} onChange={setCode} autoFocus />
    </Step>
  );
}

interface StepProps {
  button: string;
  /** What a refusal means here; never told more exactly than the server does. */
  refusal: string;
  send: (given: (field: string) => string) => Promise<Asked>;
  onNext: (asked: Asked) => void;
  children: ReactNode;
}

/** One question of signing in: its fields, one button, and one message when it is refused. */
function Step({ button, refusal, send, onNext, children }: StepProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);

  const explain = (error: unknown) => {
    if (error instanceof ApiError && (error.status === 401 || error.status === 422)) return refusal;
    return error instanceof ApiError && error.status === 429
      ? t`Too many attempts. Wait a minute and try again.`
      : t`Signing in does not work right now. Try again in a moment.`;
  };

  const submit = async (form: HTMLFormElement) => {
    if (busy) return;
    const given = new FormData(form);
    setBusy(true);
    setProblem(undefined);
    try {
      onNext(await send((field) => String(given.get(field) ?? '')));
    } catch (error) {
      setProblem(explain(error));
    }
    setBusy(false);
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {problem ? (
        <div ref={box} tabIndex={-1} role="alert">
          <Strip tone="bad">{problem}</Strip>
        </div>
      ) : null}
      {children}
      <Button {...quiet} size="md" type="submit" loading={busy} fullWidth>
        {button}
      </Button>
    </form>
  );
}
