import { useLingui } from '@lingui/react/macro';
import { ApiError } from '#contracts/client.ts';
import type { Permission } from '#contracts/permissions.ts';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { ForbiddenPage } from './ForbiddenPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { StatePage } from './StatePage.tsx';

interface QueryErrorProps {
  error: unknown;
  onRetry: () => void;
  /** What the server may have missed, to be named on the 403 page and explained on the 404 page. */
  permission: Permission;
}

/** The page for what a page asked for and did not get. */
export function QueryError({ error, onRetry, permission }: QueryErrorProps) {
  const { t } = useLingui();
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage permission={permission} />;
  if (error instanceof ApiError && error.status === 403) return <ForbiddenPage permission={permission} />;
  return (
    <StatePage title={t`Error`}>
      <ErrorPage error={error} onRetry={onRetry} />
    </StatePage>
  );
}
