import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { Frame } from './Frame.tsx';
import { StatePage } from './StatePage.tsx';

/** Absent or not shared: both look the same, as they do on the server. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Frame>
      <StatePage title={t`This page does not exist`}>
        <EmptyState
          kind="no-match"
          order={1}
          title={t`This page does not exist`}
          action={
            <Button variant="default" renderRoot={(props) => <Link {...props} href="/" />}>
              <Trans>Go to the start</Trans>
            </Button>
          }
        >
          <Trans>The address may be old or mistyped, or something is no longer shared with you.</Trans>
        </EmptyState>
      </StatePage>
    </Frame>
  );
}
