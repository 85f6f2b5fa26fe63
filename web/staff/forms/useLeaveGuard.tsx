import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The drawer below must not take Esc from here as its own. */
const quiet = { 'data-mantine-stop-propagation': 'true' };

/** Asks before unsaved work is left, by a link, by Back or by closing the tab. Put the dialog anywhere. */
export function useLeaveGuard(isDirty: () => boolean): ReactNode {
  const { t } = useLingui();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t`Leave without saving?`}
      withCloseButton={false}
      closeOnEscape={false}
      onKeyDown={(event) => event.key === 'Escape' && reset?.()}
      size={400}
      zIndex={300}
    >
      <p style={{ fontSize: 13 }}>
        <Trans>What you entered here is not saved yet.</Trans>
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button {...quiet} variant="default" color="red" onClick={() => proceed?.()}>
          <Trans>Discard</Trans>
        </Button>
        <Button {...quiet} data-autofocus onClick={() => reset?.()}>
          <Trans>Keep editing</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
