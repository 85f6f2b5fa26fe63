import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Card, CardRows } from '#ui/Card.tsx';
import classes from './companies.module.css';

interface ListCardProps<T> {
  title: string;
  /** Undefined while they are read. */
  rows: readonly T[] | undefined;
  /** Rows that are no amount of anything, such as a tree with what it is about. */
  uncounted?: boolean;
  failed: boolean;
  onRetry: () => void;
  rowId: (row: T) => string;
  rowName: (row: T) => string;
  render: (row: T) => ReactNode;
  /** Items of a row's menu, null for a row without one; none for whoever may only look. */
  menu: ((row: T) => ReactNode) | undefined;
  add: { label: string; onClick: () => void } | undefined;
  empty: ReactNode;
  /** Stands below the rows. */
  foot?: ReactNode;
}

/** A few records of one kind in a card: rows with a menu each, and a way to add one. */
export function ListCard<T>(props: ListCardProps<T>) {
  const { title, rows, uncounted = false, rowId, rowName, render, menu, add, foot } = props;
  const { t } = useLingui();
  return (
    <Card
      title={title}
      count={uncounted ? undefined : rows?.length}
      flush
      action={
        add ? (
          <Button
            variant="subtle"
            color="gray"
            c="dimmed"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
            onClick={add.onClick}
          >
            {add.label}
          </Button>
        ) : null
      }
    >
      {rows && rows.length > 0 ? (
        <CardRows>
          {rows.map((row) => {
            const name = rowName(row);
            const items = menu?.(row);
            return (
              <li key={rowId(row)}>
                <span className={classes.row}>{render(row)}</span>
                {items ? (
                  <Menu>
                    <Menu.Target>
                      <ActionIcon aria-label={t`Actions for ${name}`} size={28}>
                        <IconDots size={16} stroke={2} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>{items}</Menu.Dropdown>
                  </Menu>
                ) : null}
              </li>
            );
          })}
        </CardRows>
      ) : (
        <div className={classes.empty}>
          <Nothing {...props} />
        </div>
      )}
      {rows && foot ? <div className={classes.empty}>{foot}</div> : null}
    </Card>
  );
}

function Nothing<T>({ rows, failed, onRetry, empty }: ListCardProps<T>) {
  if (rows) return empty;
  if (!failed) return <Skeleton height={10} width="40%" />;
  return (
    <span role="alert">
      <Trans>This could not be read.</Trans>{' '}
      <Button variant="default" size="compact-xs" onClick={onRetry}>
        <Trans>Try again</Trans>
      </Button>
    </span>
  );
}
