import { Trans } from '@lingui/react/macro';
import { Skeleton, VisuallyHidden } from '@mantine/core';
import { Gutter } from '#ui/Page.tsx';
import classes from './clients.module.css';

/** A record's frame while it is on its way; fades in late, so that a fast answer does not flicker. */
export function RecordSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <VisuallyHidden>
        <Trans>Loading</Trans>
      </VisuallyHidden>
      <Gutter>
        <div className={classes.skeletonHead}>
          <Skeleton height={44} width={44} radius={10} />
          <div>
            <Skeleton height={16} width={220} />
            <Skeleton height={10} width={300} mt={10} />
          </div>
        </div>
        <Skeleton height={180} radius={10} />
        <Skeleton height={120} radius={10} />
      </Gutter>
    </div>
  );
}
