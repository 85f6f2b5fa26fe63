import { Trans, useLingui } from '@lingui/react/macro';
import { PasswordInput, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from '#ui/Link.tsx';
import { NewPasswordStep } from './NewPasswordStep.tsx';
import { type Asked, quiet, Step } from './Step.tsx';
import classes from './session.module.css';
import { session } from './session.ts';
import { TotpStep } from './TotpStep.tsx';

interface SignInFormProps {
  /** The address is known when somebody comes back to a page left open. */
  email?: string | undefined;
  /** An address to begin with, which may be changed. */
  suggested?: string | undefined;
  /** Absent where leaving for another page would lose something. */
  forgotHref?: string;
  /** What is asked now, for a heading that goes with it. */
  onAsked?: (asked: Asked) => void;
  onDone: () => void;
}

/** E-mail and password, then whatever the account still asks for. */
export function SignInForm({ email, suggested, forgotHref, onAsked, onDone }: SignInFormProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Asked>(null);
  const [given, setGiven] = useState(email ?? suggested ?? '');
  const ask = (next: Asked) => {
    setAsked(next);
    onAsked?.(next);
  };
  const go = (next: Asked) => (next ? ask(next) : onDone());

  if (asked) {
    return (
      <>
        {asked === 'totp' ? <TotpStep onNext={go} /> : <NewPasswordStep email={given} onNext={go} />}
        <div className={classes.under}>
          <UnstyledButton className={classes.link} onClick={() => ask(null)}>
            <Trans>Back</Trans>
          </UnstyledButton>
        </div>
      </>
    );
  }
  return (
    <Step
      button={t`Sign in`}
      refusal={t`E-mail or password is not right. Check both and try again.`}
      send={(field) => {
        setGiven(field('email'));
        return session.signIn(field('email'), field('password'));
      }}
      onNext={go}
    >
      <TextInput
        {...quiet}
        size="md"
        name="email"
        type="email"
        label={t`Work e-mail`}
        autoComplete="username"
        defaultValue={given}
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
      {forgotHref ? (
        <div className={classes.beside}>
          <Link className={classes.link} href={forgotHref}>
            <Trans>Forgot your password?</Trans>
          </Link>
        </div>
      ) : null}
    </Step>
  );
}
