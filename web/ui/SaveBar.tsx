import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SaveBar.module.css';

interface SaveBarProps {
  /** What is about to change, in words. */
  children: ReactNode;
  saveLabel: string;
  saving?: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Stands at the foot of a page as long as it holds something unsaved. */
export function SaveBar({ children, saveLabel, saving = false, onSave, onDiscard }: SaveBarProps) {
  return (
    <div className={classes.bar} data-print="hide">
      <div className={classes.words} role="status">
        {children}
      </div>
      <div className={classes.actions}>
        <Button variant="subtle" color="gray" c="dimmed" disabled={saving} onClick={onDiscard}>
          <Trans>Discard</Trans>
        </Button>
        <Button onClick={onSave} loading={saving}>
          {saveLabel}
        </Button>
      </div>
    </div>
  );
}
