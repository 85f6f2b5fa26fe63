import { Trans } from '@lingui/react/macro';
import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './home.module.css';

/** The whole page, while it is not even known whose company it will show. */
export function HomeSkeleton() {
  return (
    <>
      <div className={classes.head} aria-hidden="true">
        <Skeleton width={48} height={48} radius={12} />
        <div className={classes.titles}>
          <Skeleton width={180} height={22} radius={6} mb={10} />
          <Skeleton width={120} height={14} radius={6} />
        </div>
      </div>
      <SectionsSkeleton />
    </>
  );
}

/** The cards of the page, as high as they will be. */
export function SectionsSkeleton() {
  return (
    <>
      <VisuallyHidden role="status">
        <Trans>Loading</Trans>
      </VisuallyHidden>
      <div className={classes.sections} aria-hidden="true">
        {Object.entries(heights).map(([area, height]) => (
          <div key={area} style={{ gridArea: area }}>
            <Skeleton width={150} height={16} radius={6} mb={14} mt={4} />
            <Skeleton height={height} radius={14} />
          </div>
        ))}
      </div>
    </>
  );
}

const heights = { attention: 70, manager: 134, company: 206 };
