import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useRouter } from '@tanstack/react-router';
import { Logo } from '#ui/Logo.tsx';
import { safeNext } from './next.ts';
import { SignInForm } from './SignInForm.tsx';
import { SignInPreview } from './SignInPreview.tsx';
import classes from './session.module.css';

export const route = createLazyRoute('/sign-in')({ component: SignInPage });

function SignInPage() {
  const { t } = useLingui();
  const router = useRouter();
  const { next } = route.useSearch();
  return (
    <div className={classes.signIn}>
      <title>{`${t`Sign in`} · Foyer`}</title>
      <main className={classes.side}>
        <div className={classes.logo}>
          <Logo withName />
        </div>
        <div className={classes.box}>
          <h1>
            <Trans>Sign in</Trans>
          </h1>
          <p>
            <Trans>Good to see you again.</Trans>
          </p>
          <SignInForm onDone={() => void router.navigate({ href: safeNext(next), replace: true })} />
        </div>
        <p className={classes.hint}>
          <Trans>Are you a client? Use the link in your invitation.</Trans>
        </p>
      </main>
      <SignInPreview />
    </div>
  );
}
