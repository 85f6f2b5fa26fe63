import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { useBulkMoves } from './useBulkMoves.ts';

interface BulkFootProps {
  edit: BulkEdit;
  onClose: () => void;
}

/** The way to the other bulk edits, or out of this one. */
export function BulkFoot({ edit, onClose }: BulkFootProps) {
  const { mutate } = useBulkMoves();
  if (edit.state !== 'ready' && edit.state !== 'preparing') {
    return (
      <LinkButton href="/clients/bulk-edits" variant="subtle" color="gray" c="dimmed">
        <Trans>Recent bulk changes</Trans>
      </LinkButton>
    );
  }
  const drop = () => {
    mutate({ edit, move: 'cancel' });
    onClose();
  };
  return (
    <Button variant="subtle" color="gray" c="dimmed" onClick={drop}>
      <Trans>Discard</Trans>
    </Button>
  );
}

/** What is to be done next: start, stop or take back. */
export function BulkFootEnd({ edit, onClose }: BulkFootProps) {
  const { mutate, isPending } = useBulkMoves();
  const count = edit.preview?.tally.ok ?? 0;
  if (edit.state === 'ready') {
    return (
      <Button disabled={count === 0} loading={isPending} onClick={() => mutate({ edit, move: 'start' })}>
        <Plural value={count} one="Change # client" other="Change # clients" />
      </Button>
    );
  }
  const mayUndo = edit.undoUntil !== null && Date.parse(edit.undoUntil) > Date.now();
  const isOver = edit.state === 'done' || edit.state === 'cancelled';
  return (
    <>
      {edit.state === 'running' ? (
        <Button variant="default" loading={isPending} onClick={() => mutate({ edit, move: 'cancel' })}>
          <Trans>Stop</Trans>
        </Button>
      ) : null}
      {isOver && mayUndo ? (
        <Button variant="default" loading={isPending} onClick={() => mutate({ edit, move: 'undo' })}>
          <Trans>Undo</Trans>
        </Button>
      ) : null}
      <Button variant={isOver ? 'filled' : 'default'} onClick={onClose}>
        <Trans>Close</Trans>
      </Button>
    </>
  );
}
