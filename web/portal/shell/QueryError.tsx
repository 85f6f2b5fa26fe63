import { useLingui } from '@lingui/react/macro';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { StatePage } from './StatePage.tsx';

/** The page for what a page asked for and did not get. */
export function QueryError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <StatePage title={t`Error`}>
      <ErrorPage error={error} onRetry={onRetry} />
    </StatePage>
  );
}
