import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import classes from './roles.module.css';

const rows = Array.from({ length: 14 }, (_, at) => at);

/** Stands for the table until it is there. */
export function MatrixSkeleton() {
  const { t } = useLingui();
  return (
    <div className={classes.waiting} role="status" aria-busy="true" aria-label={t`Loading`}>
      {rows.map((row) => (
        <div key={row} data-skeleton>
          <Skeleton height={12} width={row % 3 === 0 ? '28%' : '42%'} />
        </div>
      ))}
    </div>
  );
}
