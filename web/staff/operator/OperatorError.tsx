import { useLingui } from '@lingui/react/macro';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { StatePage } from '../shell/StatePage.tsx';

/** The page for what an operator's page asked for and did not get. */
export function OperatorError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <StatePage title={t`Error`}>
      <ErrorPage error={error} onRetry={onRetry} />
    </StatePage>
  );
}
