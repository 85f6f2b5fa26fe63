import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { Link } from '#ui/Link.tsx';
import { LinkButton } from '../shell/LinkButton.tsx';
import { Door } from './Door.tsx';
import { withNext } from './next.ts';
import { SignUpForm } from './SignUpForm.tsx';
import classes from './session.module.css';

export const route = createLazyRoute('/sign-up')({ component: SignUpPage });

/** The first owner and the workspace; what follows lives in the history entry, so a reload keeps it. */
function SignUpPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const { email, sentAt } = useLocation({ select: ({ state }) => state });

  if (email && sentAt) {
    return (
      <Door
        title={t`Check your mail`}
        lead={
          <Trans>
            We sent a temporary password to <strong>{email}</strong>. It works for 7 days.
          </Trans>
        }
      >
        <LinkButton size="md" fullWidth href={withNext('/sign-in', next)}>
          <Trans>Go to sign in</Trans>
        </LinkButton>
        <p className={classes.note}>
          <Trans>
            No e-mail after a few minutes? Look in your spam folder. Whoever has an account already gets none:
            sign in as usual, or{' '}
            <Link className={classes.link} href={withNext('/forgot', next)}>
              choose a new password
            </Link>
            .
          </Trans>
        </p>
      </Door>
    );
  }
  return (
    <Door
      title={t`Open a workspace`}
      lead={<Trans>A place for your firm, with a portal for its clients.</Trans>}
      hint={
        <Trans>
          Have an account?{' '}
          <Link className={classes.link} href={withNext('/sign-in', next)}>
            Sign in
          </Link>
          . See{' '}
          <Link className={classes.link} href="/pricing">
            plans and prices
          </Link>
        </Trans>
      }
    >
      <SignUpForm
        onSent={(to) => void navigate({ to: '.', search: true, state: { email: to, sentAt: Date.now() } })}
      />
    </Door>
  );
}
