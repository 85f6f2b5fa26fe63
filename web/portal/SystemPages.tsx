import type { I18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { Provider } from '#ui/Provider.tsx';
import { portalTheme } from '#ui/theme.ts';
import { gray } from '#ui/tokens.ts';
import classes from './portal.module.css';

/** There is no such page in this portal. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <main className={classes.alone}>
      <PageTitle title={t`This page does not exist`} />
      <p>
        <Trans>The address may be old, or something is no longer shared with you.</Trans>
      </p>
      <Button component="a" href="/">
        <Trans>Go to the start</Trans>
      </Button>
    </main>
  );
}

/** At this host there is no portal, or nobody answers: neutral, since whose it would be is not known. */
export function NoPortal({ i18n, error }: { i18n: I18n; error: unknown }) {
  return (
    <Provider i18n={i18n} theme={portalTheme(gray)}>
      <main className={classes.alone}>
        {error ? <ErrorPage error={error} onRetry={() => window.location.reload()} /> : <Nobody />}
      </main>
    </Provider>
  );
}

function Nobody() {
  const { t } = useLingui();
  return (
    <>
      <PageTitle title={t`There is no portal at this address`} />
      <p>
        <Trans>Please check the link in your invitation.</Trans>
      </p>
    </>
  );
}
