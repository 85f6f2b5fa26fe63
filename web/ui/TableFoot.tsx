import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Keys } from './Keys.tsx';
import classes from './TableFoot.module.css';

export interface TableFootProps {
  from: number;
  to: number;
  /** In place of the range, for pages that are not alike in length. */
  range?: string | undefined;
  /** Unknown where counting would cost too much. */
  total?: number | undefined;
  onPrev?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Whether rows can be ticked, and X is worth naming. */
  selectable?: boolean;
}

/** Foot of a list page: which rows are shown, the pager when there is more, and the keys that work here. */
export function TableFoot({ from, to, range, total, onPrev, onNext, selectable = true }: TableFootProps) {
  const { i18n, t } = useLingui();
  const first = i18n.number(from);
  const last = i18n.number(to);
  const all = total === undefined ? undefined : i18n.number(total);
  return (
    <div className={classes.foot} data-print="hide">
      <span className={classes.range} role="status">
        {range !== undefined ? (
          range
        ) : all === undefined ? (
          `${first}–${last}`
        ) : (
          <Trans>
            {`${first}–${last}`} of {all}
          </Trans>
        )}
      </span>
      {onPrev || onNext ? (
        <span className={classes.pager}>
          <ActionIcon aria-label={t`Previous page`} disabled={!onPrev} onClick={onPrev}>
            <IconChevronLeft size={16} stroke={1.7} />
          </ActionIcon>
          <ActionIcon aria-label={t`Next page`} disabled={!onNext} onClick={onNext}>
            <IconChevronRight size={16} stroke={1.7} />
          </ActionIcon>
        </span>
      ) : null}
      <span className={classes.keys}>
        <Keys keys={['J', 'K']} /> <Trans>move</Trans>
        {selectable ? (
          <>
            <Keys keys={['X']} /> <Trans>select</Trans>
          </>
        ) : null}
        <Keys keys={['enter']} /> <Trans>open</Trans>
      </span>
    </div>
  );
}
