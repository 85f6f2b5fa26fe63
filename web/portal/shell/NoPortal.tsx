import type { I18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { Provider } from '#ui/Provider.tsx';
import { portalTheme } from '#ui/theme.ts';
import { brandRamp } from '../brand.ts';
import { StatePage } from './StatePage.tsx';
import classes from './shell.module.css';

const neutral = portalTheme(brandRamp('#5c5c68'));

/** At this host there is no portal, or nobody answers: neutral, since whose it would be is not known. */
export function NoPortal({ i18n, error }: { i18n: I18n; error: unknown }) {
  return (
    <Provider i18n={i18n} theme={neutral}>
      <div className={classes.frame}>
        <main className={classes.main}>{error ? <Unanswered error={error} /> : <Nobodys />}</main>
      </div>
    </Provider>
  );
}

function Unanswered({ error }: { error: unknown }) {
  const { t } = useLingui();
  return (
    <StatePage title={t`Error`}>
      <ErrorPage error={error} onRetry={() => window.location.reload()} />
    </StatePage>
  );
}

function Nobodys() {
  const { t } = useLingui();
  return (
    <StatePage title={t`There is no portal at this address`}>
      <EmptyState kind="no-match" order={1} title={t`There is no portal at this address`}>
        <Trans>Check the link in your invitation, or ask the firm that sent it to you.</Trans>
      </EmptyState>
    </StatePage>
  );
}
