import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { queryClient } from '../queryClient.ts';
import { meQuery } from './me.ts';
import { SignInForm } from './SignInForm.tsx';
import type { Asked } from './Step.tsx';
import classes from './session.module.css';
import { session } from './session.ts';
import { useStepWords } from './words.ts';

/**
 * Over whatever was on screen when the session ended: the page keeps its state, and what it was asking for
 * goes on by itself.
 */
export function SignInAgain() {
  const { t } = useLingui();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const user = queryClient.getQueryData(meQuery.queryKey)?.user;
  const [asked, setAsked] = useState<Asked>(null);
  const { lead } = useStepWords()(asked);
  const leave = () => {
    const { pathname, search } = window.location;
    void session.signOut(pathname + search);
  };
  return (
    <Modal
      opened={state === 'expired'}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Sign in to go on`}
      size={400}
      zIndex={500}
    >
      <p className={classes.again}>
        {asked ? lead : <Trans>Your session has ended. Nothing on this page is lost.</Trans>}
      </p>
      <SignInForm
        key={state}
        {...(user && { email: user.email })}
        onAsked={setAsked}
        onDone={() => setAsked(null)}
      />
      <Button variant="subtle" color="gray" c="dimmed" fullWidth mt={8} onClick={leave}>
        <Trans>Sign in as somebody else</Trans>
      </Button>
    </Modal>
  );
}
