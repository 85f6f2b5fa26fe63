import { Trans, useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { CodeInput } from '#ui/CodeInput.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { useCountdown } from '#ui/useCountdown.ts';
import { useFront } from '../front.ts';
import { Refused } from './Refused.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface EnterCodeProps {
  email: string;
  sentAt: number;
  onAgain: (at: number) => void;
  /** Back to the address; absent where it is not to be changed. */
  onBack?: () => void;
  onDone: () => void;
  /** Over a page, whose heading stays the only one. */
  isDialog?: boolean;
}

/** The second step: six digits, which go off by themselves once they are all there. */
export function EnterCode({ email, sentAt, onAgain, onBack, onDone, isDialog = false }: EnterCodeProps) {
  const { t } = useLingui();
  const { name: firm } = useFront();
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const toFirstDigit = () => form.current?.querySelector('input')?.focus();
  const left = useCountdown(sentAt);
  const clock = `0:${String(left).padStart(2, '0')}`;

  const enter = useMutation({
    mutationFn: (digits: string) => session.signIn(email, digits),
    onSuccess: onDone,
    onError: () => {
      setCode('');
      toFirstDigit();
    },
  });
  const again = useMutation({
    mutationFn: () => session.requestCode(email),
    onSuccess: () => {
      enter.reset();
      setCode('');
      toFirstDigit();
      onAgain(Date.now());
    },
  });
  const submit = (digits: string) => {
    if (digits.length === 6 && !enter.isPending) enter.mutate(digits);
  };
  const problem = enter.error ?? again.error;

  useEffect(toFirstDigit, []);

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <div>
        {isDialog ? null : <PageTitle title={t`Enter your code`} />}
        <p className={classes.lead} id="code-hint">
          <Trans>
            We sent six digits to <strong>{email}</strong>. They work for 3 minutes.
          </Trans>
        </p>
      </div>
      <CodeInput
        value={code}
        onChange={setCode}
        onComplete={submit}
        error={enter.isError}
        describedBy="code-hint"
      />
      {problem ? <Refused error={problem} /> : null}
      <Button type="submit" size="md" fullWidth loading={enter.isPending}>
        <Trans>Continue</Trans>
      </Button>
      <div className={classes.under}>
        {left > 0 ? (
          <span className={classes.clock}>
            <Trans>New code in {clock}</Trans>
          </span>
        ) : (
          <UnstyledButton className={classes.link} onClick={() => again.mutate()} disabled={again.isPending}>
            <Trans>Send a new code</Trans>
          </UnstyledButton>
        )}
        {onBack ? (
          <UnstyledButton className={classes.link} onClick={onBack}>
            <Trans>Use another e-mail</Trans>
          </UnstyledButton>
        ) : null}
      </div>
      <p className={classes.note} role="status">
        {again.isSuccess ? (
          <Trans>A new code is on its way. Only the newest one works.</Trans>
        ) : (
          <Trans>
            No e-mail? Look in your spam folder, or ask {firm} whether this is the address they know.
          </Trans>
        )}
      </p>
    </form>
  );
}
