import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from './BulkBar.module.css';
import { Keys } from './Keys.tsx';

export interface BulkBarProps {
  count: number;
  /** Whether these are some rows, all of this page, or all that the filter matches. */
  scope?: 'some' | 'page' | 'all';
  /** All rows the filter matches, where that is known. */
  total?: number | undefined;
  /** Where there is more than this page. */
  onSelectAll?: (() => void) | undefined;
  onClear: () => void;
  /** `BulkButton`s. */
  children: ReactNode;
}

/** Floats over the foot while rows are ticked. Arrows move between its buttons, Esc clears. */
export function BulkBar({ count, scope = 'some', total, onSelectAll, onClear, children }: BulkBarProps) {
  const { i18n, t } = useLingui();
  const bar = useRef<HTMLDivElement>(null);
  const shown = count > 0;

  useEffect(() => {
    if (!shown) return;
    const clear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!document.querySelector('[aria-modal="true"], [role="menu"]')) onClear();
    };
    document.addEventListener('keydown', clear);
    return () => document.removeEventListener('keydown', clear);
  }, [shown, onClear]);

  const arrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons.at((at + (event.key === 'ArrowRight' ? 1 : -1)) % buttons.length);
    next?.focus();
    event.preventDefault();
  };

  if (!shown) return null;
  const all = total === undefined ? '' : i18n.number(total);
  return (
    <div ref={bar} className={classes.bar} role="toolbar" aria-label={t`Selected rows`} onKeyDown={arrow}>
      <span className={classes.count} role="status">
        {scope === 'page' ? (
          <Plural value={count} one="All # on this page selected" other="All # on this page selected" />
        ) : scope === 'some' ? (
          <Plural value={count} one="# selected" other="# selected" />
        ) : total === undefined ? (
          <Trans>All that match selected</Trans>
        ) : (
          <Trans>All {all} selected</Trans>
        )}
      </span>
      {onSelectAll && scope !== 'all' ? (
        <BulkButton onClick={onSelectAll}>
          {total === undefined ? <Trans>Select all that match</Trans> : <Trans>Select all {all}</Trans>}
        </BulkButton>
      ) : null}
      <span className={classes.rule} />
      {children}
      <span className={classes.rule} />
      <BulkButton onClick={onClear}>
        <Trans>Clear</Trans>
        <Keys keys={['Esc']} />
      </BulkButton>
    </div>
  );
}

export interface BulkButtonProps {
  onClick: () => void;
  icon?: ReactNode;
  danger?: boolean;
  children: ReactNode;
}

export function BulkButton({ onClick, icon, danger = false, children }: BulkButtonProps) {
  return (
    <UnstyledButton className={classes.button} onClick={onClick} data-danger={danger || undefined}>
      {icon}
      {children}
    </UnstyledButton>
  );
}
