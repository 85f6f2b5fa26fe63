import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useCloseGuard } from '#ui/closing.tsx';

/** The drawer below must not take Esc from here as its own. */
const quiet = { 'data-mantine-stop-propagation': 'true' };

/**
 * Asks before unsaved work is left: by a link, by Back, by closing the tab, or by closing the drawer that the
 * answer stands in. Put the answer into what it guards: a drawer takes it as `guard`.
 */
export const useLeaveGuard = (isDirty: () => boolean): ReactNode => <LeaveGuard isDirty={isDirty} />;

function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useLingui();
  // Whoever has answered is not asked again by the way on that his answer takes.
  const isGivenUp = useRef(false);
  const mustAsk = () => !isGivenUp.current && isDirty();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: mustAsk,
    enableBeforeUnload: mustAsk,
    withResolver: true,
  });
  const [goOn, setGoOn] = useState<() => void>();
  useCloseGuard({ isDirty: mustAsk, ask: (next) => setGoOn(() => next) });

  const keep = () => {
    setGoOn(undefined);
    reset?.();
  };
  const discard = () => {
    isGivenUp.current = true;
    setGoOn(undefined);
    proceed?.();
    goOn?.();
  };
  return (
    <Modal
      opened={status === 'blocked' || goOn !== undefined}
      onClose={keep}
      title={t`Leave without saving?`}
      withCloseButton={false}
      closeOnEscape={false}
      onKeyDown={(event) => event.key === 'Escape' && keep()}
      size={400}
      zIndex={300}
    >
      <p style={{ fontSize: 13 }}>
        <Trans>What you entered here is not saved yet.</Trans>
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button {...quiet} variant="default" color="red" onClick={discard}>
          <Trans>Discard</Trans>
        </Button>
        <Button {...quiet} data-autofocus onClick={keep}>
          <Trans>Keep editing</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
