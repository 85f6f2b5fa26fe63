import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Keys } from './Keys.tsx';
import classes from './Shell.module.css';
import { useShell } from './shellContext.ts';

interface TopBarProps {
  workspace?: ReactNode;
  onSearch: (() => void) | undefined;
  actions: ReactNode;
  slotRef: (element: HTMLElement | null) => void;
}

/** Search first, always at the same place; what a page adds stands right before help and bell. */
export function TopBar({ workspace, onSearch, actions, slotRef }: TopBarProps) {
  const { t } = useLingui();
  return (
    <header className={classes.top} data-chrome>
      {workspace ? (
        <>
          <div className={classes.topWorkspace}>{workspace}</div>
          {onSearch ? (
            <ActionIcon size={36} aria-label={t`Search`} onClick={onSearch}>
              <IconSearch size={20} stroke={1.7} />
            </ActionIcon>
          ) : null}
        </>
      ) : !onSearch ? null : (
        <UnstyledButton
          className={classes.search}
          onClick={onSearch}
          aria-keyshortcuts="Meta+K Control+K"
          aria-haspopup="dialog"
        >
          <IconSearch size={15} stroke={1.9} aria-hidden="true" />
          <span className={classes.searchText}>
            <Trans>Search or jump to…</Trans>
          </span>
          <Keys keys={['mod', 'K']} joined />
        </UnstyledButton>
      )}
      <div className={classes.topSlot} ref={slotRef} />
      <div className={classes.topActions}>{actions}</div>
    </header>
  );
}

/** Puts a page's own controls, such as previous and next record, into the top bar. */
export function TopBarSlot({ children }: { children: ReactNode }) {
  const { topSlot } = useShell();
  return topSlot ? createPortal(children, topSlot) : null;
}
