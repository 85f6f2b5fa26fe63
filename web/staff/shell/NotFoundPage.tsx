import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '#ui/EmptyState.tsx';
import { LinkButton } from './LinkButton.tsx';
import { StatePage } from './StatePage.tsx';

/** Absent, of another workspace or out of sight: all look the same, as they do on the server. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <StatePage title={t`Page not found`}>
      <EmptyState
        kind="no-match"
        order={1}
        title={t`Page not found`}
        action={
          <LinkButton href="/clients" variant="default">
            <Trans>Go to clients</Trans>
          </LinkButton>
        }
      >
        <Trans>Nothing is here, or it is nothing that you can see. The address may be old or mistyped.</Trans>
      </EmptyState>
    </StatePage>
  );
}
