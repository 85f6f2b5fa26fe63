import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Refused } from './Refused.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface AskForCodeProps {
  email: string;
  onSent: (email: string) => void;
}

/** The first step. Whatever the address, the next one follows: who is known here is nobody's business. */
export function AskForCode({ email: known, onSent }: AskForCodeProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(known);
  const field = useRef<HTMLInputElement>(null);
  const ask = useMutation({
    mutationFn: (address: string) => session.requestCode(address),
    onSuccess: (_, address) => onSent(address),
    onError: () => field.current?.focus(),
  });
  const isNoAddress = ask.error instanceof ApiError && ask.error.status === 422;

  useEffect(() => field.current?.focus(), []);

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!ask.isPending) ask.mutate(email.trim());
      }}
    >
      <div>
        <PageTitle title={t`Sign in`} />
        <p className={classes.lead}>
          <Trans>We send a code to your e-mail. There is no password to remember.</Trans>
        </p>
      </div>
      <TextInput
        ref={field}
        size="md"
        type="email"
        inputMode="email"
        name="email"
        label={t`E-mail`}
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isNoAddress ? t`Needs an e-mail address, like ana@company.com` : undefined}
      />
      {ask.error && !isNoAddress ? <Refused error={ask.error} /> : null}
      <Button type="submit" size="md" fullWidth loading={ask.isPending}>
        <Trans>Send me a code</Trans>
      </Button>
    </form>
  );
}
