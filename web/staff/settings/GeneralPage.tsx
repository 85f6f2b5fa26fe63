import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { PageHead } from '#ui/PageHead.tsx';
import { SampleCard } from '../sample/SampleCard.tsx';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import { GeneralForm } from './GeneralForm.tsx';
import { workspaceSettings } from './queries.ts';
import classes from './settings.module.css';

export const route = createLazyRoute('/app/settings/general')({ component: GeneralPage });

/** What the workspace is called, and where it is at home. */
function GeneralPage() {
  const { t } = useLingui();
  const { workspaceId, has } = useHere();
  const { data, isError, error, refetch } = useQuery(workspaceSettings(workspaceId));
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="settings.manage" />;
  }
  return (
    <>
      <PageHead
        title={t`General`}
        description={<Trans>What the workspace is called, and where it is at home.</Trans>}
      />
      {data ? <GeneralForm settings={data} /> : <Waiting />}
      {data && has('clients') ? <SampleCard /> : null}
    </>
  );
}

const lines = ['name', 'slug', 'place', 'money'];

function Waiting() {
  const { t } = useLingui();
  return (
    <div className={classes.form} role="status" aria-busy="true" aria-label={t`Loading`}>
      {lines.map((line) => (
        <div key={line} data-skeleton>
          <Skeleton height={12} width={90} mb={8} />
          <Skeleton height={34} radius={6} />
        </div>
      ))}
    </div>
  );
}
