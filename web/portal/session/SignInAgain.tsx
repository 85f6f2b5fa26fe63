import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../queryClient.ts';
import { EnterCode } from './EnterCode.tsx';
import { meQuery } from './me.ts';
import { Refused } from './Refused.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

/**
 * Over whatever was on screen when the session ended: the page keeps its state, and what it was asking for
 * goes on by itself.
 */
export function SignInAgain() {
  const { t } = useLingui();
  const email = queryClient.getQueryData(meQuery.queryKey)?.user.email;
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Sign in to go on`}
      size={440}
      zIndex={500}
      classNames={{ title: classes.againTitle, header: classes.againHead, body: classes.againBody }}
    >
      {email ? <Steps email={email} /> : null}
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        fullWidth
        mt={8}
        onClick={() => void session.signOut()}
      >
        <Trans>Sign in as somebody else</Trans>
      </Button>
    </Modal>
  );
}

/** The same person as before: the address is known and stays. */
function Steps({ email }: { email: string }) {
  const [sentAt, setSentAt] = useState<number>();
  const ask = useMutation({
    mutationFn: () => session.requestCode(email),
    onSuccess: () => setSentAt(Date.now()),
  });
  if (sentAt)
    return <EnterCode email={email} sentAt={sentAt} onAgain={setSentAt} onDone={() => {}} isDialog />;
  return (
    <div className={classes.form}>
      <p className={classes.lead}>
        <Trans>
          Your session has ended. Nothing on this page is lost. We send a code to <strong>{email}</strong>.
        </Trans>
      </p>
      {ask.error ? <Refused error={ask.error} /> : null}
      <Button size="md" fullWidth loading={ask.isPending} onClick={() => ask.mutate()} data-autofocus>
        <Trans>Send me a code</Trans>
      </Button>
    </div>
  );
}
