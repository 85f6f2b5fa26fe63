import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Logo } from '#ui/Logo.tsx';
import { usePhone } from '#ui/media.ts';
import { PageTitle } from '#ui/PageTitle.tsx';
import { ShellContext } from '#ui/shellContext.ts';
import { offersQuery, workspacePlan } from '../plan/queries.ts';
import { usePreference } from '../preferences.ts';
import { chosenOf, meQuery } from '../session/me.ts';
import { session } from '../session/session.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { AddOnList } from './AddOnList.tsx';
import { PlanCards } from './PlanCards.tsx';
import { PlanTable } from './PlanTable.tsx';
import classes from './pricing.module.css';

export const route = createLazyRoute('/pricing')({ component: PricingPage });

/** In no workspace: the product's own name stands in the title. */
const outside = { workspaceName: 'Foyer', topSlot: null };

/** The plan of whoever is signed in, in the workspace that was open last. */
function useOwnPlan(): string | undefined {
  const isIn = session.state() === 'in';
  const [wished] = usePreference('workspace');
  const me = useQuery({ ...meQuery, enabled: isIn }).data;
  const id = me && chosenOf(me, wished)?.id;
  const plan = useQuery({ ...workspacePlan(id as NonNullable<typeof id>), enabled: id !== undefined });
  return plan.data?.plan.key;
}

/** What is sold here, side by side; for everybody, signed in or not. */
function PricingPage() {
  const { t } = useLingui();
  const phone = usePhone();
  const { data, isError, error, refetch } = useQuery(offersQuery);
  const own = useOwnPlan();
  const isIn = session.state() === 'in';
  const sold = data?.filter(({ retired }) => !retired);
  const plans = sold?.filter(({ kind }) => kind === 'plan');
  const addOns = sold?.filter(({ kind }) => kind === 'add_on') ?? [];
  const Plans = phone ? PlanCards : PlanTable;
  return (
    <ShellContext.Provider value={outside}>
      <div className={classes.page}>
        <header className={classes.top}>
          <Logo withName />
          <nav aria-label={t`Main`}>
            {isIn ? (
              <LinkButton href="/clients" variant="default">
                <Trans>Back to the app</Trans>
              </LinkButton>
            ) : (
              <>
                <LinkButton href="/sign-in" variant="default">
                  <Trans>Sign in</Trans>
                </LinkButton>
                <LinkButton href="/sign-up">
                  <Trans>Open a workspace</Trans>
                </LinkButton>
              </>
            )}
          </nav>
        </header>
        <main className={classes.main}>
          <PageTitle title={t`Pricing`} />
          <p className={classes.lead}>
            <Trans>Prices are for a workspace and a month. Change the plan whenever you like.</Trans>
          </p>
          {isError && !data ? (
            <EmptyState
              kind="error"
              title={t`The prices could not be read`}
              traceId={traceIdOf(error)}
              onRetry={() => void refetch()}
            />
          ) : !plans ? (
            <div aria-busy="true">
              <Skeleton height={360} radius={10} />
            </div>
          ) : (
            <>
              <Plans plans={plans} own={own} />
              <AddOnList addOns={addOns} />
            </>
          )}
        </main>
      </div>
    </ShellContext.Provider>
  );
}
