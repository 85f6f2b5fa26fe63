import { Trans } from '@lingui/react/macro';
import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DataList.module.css';
import type { DataTableProps } from './tableTypes.ts';

interface DataListProps<T> extends DataTableProps<T> {
  renderCard: (row: T) => ReactNode;
}

/** Phone form of the table: one list row per record, drawn by the page. */
export function DataList<T>(props: DataListProps<T>) {
  const { label, rows, rowId, renderCard, empty, skeletonRows = 8, fetching = false } = props;
  if (rows?.length === 0 && empty) return <div className={classes.none}>{empty}</div>;
  if (rows === undefined) {
    return (
      <div aria-busy="true">
        <VisuallyHidden>
          <Trans>Loading</Trans>
        </VisuallyHidden>
        {Array.from({ length: skeletonRows }, (_, index) => index).map((index) => (
          <div key={index} className={classes.item} data-skeleton>
            <Skeleton height={36} width={36} radius={9} />
            <div>
              <Skeleton height={11} width={140} radius={4} />
              <Skeleton height={9} width={96} radius={4} mt={8} />
            </div>
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className={classes.list} aria-label={label} aria-busy={fetching}>
      {rows.map((row) => (
        <li key={rowId(row)}>{renderCard(row)}</li>
      ))}
    </ul>
  );
}
