import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { PortalBootstrap } from '#contracts/schemas/portal.ts';
import { Mark } from '#ui/Mark.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { EnterCode } from './EnterCode.tsx';
import classes from './portal.module.css';
import { session } from './session.ts';

/** An address, then the code that was mailed to it; the same for every address. */
export function SignIn({ front }: { front: PortalBootstrap }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <main className={classes.door}>
      <div className={classes.firm}>
        <Mark id={front.workspaceId} name={front.name} size={36} />
        <span>{front.name}</span>
      </div>
      {sentTo ? (
        <EnterCode email={sentTo} onBack={() => setSentTo(null)} />
      ) : (
        <AskForCode onSent={setSentTo} />
      )}
    </main>
  );
}

function AskForCode({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: (address: string) => session.requestCode(address),
    onSuccess: (_, address) => onSent(address),
  });
  const wrong = ask.error instanceof ApiError && ask.error.status === 422;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(email.trim());
      }}
    >
      <PageTitle title={t`Sign in`} />
      <p className={classes.quiet}>
        <Trans>We send a code to your e-mail. There is no password to remember.</Trans>
      </p>
      <TextInput
        label={t`E-mail`}
        type="email"
        size="md"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={wrong ? t`Needs an e-mail address, like ana@company.com` : undefined}
      />
      {ask.error && !wrong ? (
        <p role="alert" className={classes.wrong}>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </p>
      ) : null}
      <Button type="submit" size="lg" fullWidth loading={ask.isPending}>
        <Trans>Send me a code</Trans>
      </Button>
    </form>
  );
}
