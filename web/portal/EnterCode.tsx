import { Trans, useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { CodeInput } from '#ui/CodeInput.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import classes from './portal.module.css';
import { session } from './session.ts';

const RESEND_SECONDS = 30;

/** Seconds until something may be asked for again; starts over with every change of `since`. */
function useCountdown(since: number): number {
  const [left, setLeft] = useState(RESEND_SECONDS);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, RESEND_SECONDS - Math.floor((Date.now() - since) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [since]);
  return left;
}

export function EnterCode({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [sentAt, setSentAt] = useState(() => Date.now());
  const left = useCountdown(sentAt);
  const enter = useMutation({
    mutationFn: (digits: string) => session.signIn(email, digits),
    onError: () => setCode(''),
  });
  const again = useMutation({
    mutationFn: () => session.requestCode(email),
    onSuccess: () => {
      setSentAt(Date.now());
      enter.reset();
    },
  });
  const wrong = enter.error instanceof ApiError && enter.error.status === 401;
  const clock = `0:${String(left).padStart(2, '0')}`;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6) enter.mutate(code);
      }}
    >
      <PageTitle title={t`Enter your code`} focusKey="code" />
      <p className={classes.quiet} id="code-hint">
        <Trans>
          If <strong>{email}</strong> is known here, six digits are on their way. They work for 3 minutes.
        </Trans>
      </p>
      <CodeInput
        value={code}
        onChange={setCode}
        onComplete={(digits) => enter.mutate(digits)}
        error={enter.isError}
        describedBy="code-hint"
        autoFocus
      />
      <p role="alert" className={classes.wrong}>
        {wrong ? <Trans>This is not the code, or it is too old. Ask for a new one.</Trans> : null}
        {enter.error && !wrong ? <Trans>That did not work. Please try again in a moment.</Trans> : null}
      </p>
      <Button type="submit" size="lg" fullWidth loading={enter.isPending}>
        <Trans>Continue</Trans>
      </Button>
      <div className={classes.under}>
        {left > 0 ? (
          <span className={classes.quiet}>
            <Trans>New code in {clock}</Trans>
          </span>
        ) : (
          <UnstyledButton className={classes.link} onClick={() => again.mutate()}>
            <Trans>Send a new code</Trans>
          </UnstyledButton>
        )}
        <UnstyledButton className={classes.link} onClick={onBack}>
          <Trans>Use another e-mail</Trans>
        </UnstyledButton>
      </div>
      <p className={classes.note}>
        <Trans>No e-mail? Look in your spam folder, or ask the person who invited you.</Trans>
      </p>
    </form>
  );
}
