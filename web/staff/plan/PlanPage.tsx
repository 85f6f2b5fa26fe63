import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import '@mantine/core/styles/Progress.layer.css';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { Gutter } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import type { Wish } from './change.ts';
import { Limits } from './Limits.tsx';
import { Modules } from './Modules.tsx';
import { AddOns, PlanCard } from './PlanCard.tsx';
import classes from './plan.module.css';
import { offersQuery, workspacePlan } from './queries.ts';
import { Review } from './Review.tsx';

export const route = createLazyRoute('/app/settings/plan')({ component: PlanPage });

/** What the workspace pays for and has switched on. Each change is shown with all it does before it is saved. */
function PlanPage() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const plan = useQuery(workspacePlan(workspaceId));
  const offers = useQuery(offersQuery);
  const [wish, setWish] = useState<Wish>();
  const failed = [plan, offers].find(({ isError, data }) => isError && !data);
  if (failed) {
    const retry = () => void Promise.all([plan.refetch(), offers.refetch()]);
    return <QueryError error={failed.error} onRetry={retry} permission="modules.manage" />;
  }
  return (
    <>
      <PageHead
        title={t`Plan and modules`}
        description={
          <Trans>What this workspace has. Every change shows what it does before it is saved.</Trans>
        }
      />
      <Gutter>
        {plan.data && offers.data ? (
          <div className={classes.cards}>
            <PlanCard plan={plan.data} offers={offers.data} onWish={setWish} />
            <Limits limits={plan.data.limits} />
            <AddOns plan={plan.data} offers={offers.data} onWish={setWish} />
            <Modules modules={plan.data.modules} onWish={setWish} />
          </div>
        ) : (
          <div className={classes.cards} aria-busy="true">
            <Skeleton height={230} radius={10} />
            <Skeleton height={130} radius={10} />
            <Skeleton height={280} radius={10} />
          </div>
        )}
      </Gutter>
      {wish && plan.data ? (
        <Review wish={wish} version={plan.data.version} onClose={() => setWish(undefined)} />
      ) : null}
    </>
  );
}
