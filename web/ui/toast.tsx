import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Keys } from './Keys.tsx';
import classes from './toast.module.css';

interface ToastOptions {
  /** Takes the act back; also run by ⌘Z while the toast is there. */
  undo?: () => void;
  /** A button of another kind, such as "Open". */
  action?: { label: string; run: () => void };
}

const life = 7000;
const undoable: { id: string; run: () => void }[] = [];

function forget(id: string) {
  const at = undoable.findIndex((entry) => entry.id === id);
  if (at >= 0) undoable.splice(at, 1);
}

/** Runs the newest undo, if its toast is still on screen. */
export function undoLast(): boolean {
  const last = undoable.pop();
  if (!last) return false;
  notifications.hide(last.id);
  last.run();
  return true;
}

function show(kind: 'ok' | 'fail', message: ReactNode, { undo, action }: ToastOptions) {
  const id = crypto.randomUUID();
  if (undo) undoable.push({ id, run: undo });
  const press = (run: () => void) => () => {
    forget(id);
    notifications.hide(id);
    run();
  };
  notifications.show({
    id,
    role: kind === 'ok' ? 'status' : 'alert',
    autoClose: kind === 'ok' ? life : false,
    withCloseButton: kind === 'fail',
    icon: kind === 'ok' ? <IconCheck size={16} stroke={2.2} /> : <IconAlertTriangle size={16} stroke={1.9} />,
    'data-kind': kind,
    onClose: () => forget(id),
    message: (
      <span className={classes.line}>
        <span>{message}</span>
        {undo ? (
          <UnstyledButton
            className={classes.button}
            onClick={press(undo)}
            aria-keyshortcuts="Meta+Z Control+Z"
          >
            <Trans>Undo</Trans>
          </UnstyledButton>
        ) : null}
        {undo ? <Keys keys={['mod', 'Z']} joined /> : null}
        {action ? (
          <UnstyledButton className={classes.button} onClick={press(action.run)}>
            {action.label}
          </UnstyledButton>
        ) : null}
      </span>
    ),
  });
  return id;
}

/** What has just happened, at the foot of the page. Errors of a field belong to the field, not here. */
export const toast = {
  ok: (message: ReactNode, options: ToastOptions = {}) => show('ok', message, options),
  /** Stays until closed: it says that something seen as done was taken back. */
  fail: (message: ReactNode, options: ToastOptions = {}) => show('fail', message, options),
  hide: (id: string) => notifications.hide(id),
};
