import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '#contracts/client.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFront } from '../front.ts';
import { queryClient } from '../queryClient.ts';
import { meQuery, useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import { StatePage } from '../shell/StatePage.tsx';
import { Attention } from './Attention.tsx';
import { CompanyCard } from './CompanyCard.tsx';
import { HomeHead } from './HomeHead.tsx';
import { SectionsSkeleton } from './HomeSkeleton.tsx';
import classes from './home.module.css';
import { ManagerCard } from './ManagerCard.tsx';
import { companyQuery } from './queries.ts';

/** The person's own company first; then what needs attention, and whom to turn to. */
export function HomePage() {
  const { company } = useHere();
  const isOpen = company.sections.includes('portal.dashboard');
  const { data, error, refetch } = useQuery({ ...companyQuery(company), enabled: isOpen });
  const isGone = error instanceof ApiError && error.status === 404;

  // Shared a moment ago and not any more: what else is open to the person is then to be asked anew.
  useEffect(() => {
    if (isGone) void queryClient.invalidateQueries(meQuery);
  }, [isGone]);

  if (!isOpen) return <NotShared />;
  if (error && !data) return <QueryError error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy={data ? undefined : true}>
      <HomeHead name={data?.name ?? company.name} />
      {data ? (
        <div className={classes.sections}>
          <Attention />
          <ManagerCard manager={data.accountManager} />
          <CompanyCard company={data} />
        </div>
      ) : (
        <SectionsSkeleton />
      )}
    </div>
  );
}

function NotShared() {
  const { t } = useLingui();
  const { name: firm } = useFront();
  return (
    <StatePage title={t`No access`}>
      <EmptyState
        kind="no-permission"
        order={1}
        title={t`You don’t have access to this page`}
        permission="portal.dashboard"
        who={<Trans>Ask {firm} to open it to you.</Trans>}
      />
    </StatePage>
  );
}
