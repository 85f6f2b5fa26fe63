import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Link } from '#ui/Link.tsx';
import { AskForReset } from './AskForReset.tsx';
import { Door } from './Door.tsx';
import { safeNext, withNext } from './next.ts';
import { ResetPassword } from './ResetPassword.tsx';
import classes from './session.module.css';
import { session } from './session.ts';
import { TotpStep } from './TotpStep.tsx';
import { useStepWords } from './words.ts';

export const route = createLazyRoute('/forgot')({ component: ForgotPage });

/** An address, then the code mailed to it. The step lives in the history entry, so Back and reload keep it. */
function ForgotPage() {
  const { t } = useLingui();
  const router = useRouter();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const { email, sentAt } = useLocation({ select: ({ state }) => state });
  const [asksTotp, setAsksTotp] = useState(false);
  const words = useStepWords();
  const enter = () => void router.navigate({ href: safeNext(next), replace: true });

  const sent = async (to: string) => {
    // The entry left behind remembers the address, for whoever comes back to correct it.
    await navigate({ to: '.', search: true, replace: true, state: { email: to } });
    await navigate({ to: '.', search: true, state: { email: to, sentAt: Date.now() } });
  };

  /** Nobody should have to type what was typed a moment ago; if it does not go, the sign-in page says why. */
  const changed = async (to: string, password: string) => {
    try {
      if (await session.signIn(to, password)) setAsksTotp(true);
      else enter();
    } catch {
      const state = { email: to, notice: 'password-changed' } as const;
      await navigate({ to: '/sign-in', search: { next }, replace: true, state });
    }
  };

  if (asksTotp) {
    return (
      <Door {...words('totp')}>
        <TotpStep onNext={enter} />
      </Door>
    );
  }
  if (email && sentAt) {
    return (
      <Door
        title={t`Choose a new password`}
        lead={
          <Trans>
            If <strong>{email}</strong> has an account, a code is on its way to it. The code works for one
            hour.
          </Trans>
        }
      >
        <ResetPassword
          email={email}
          sentAt={sentAt}
          onAgain={(at) =>
            void navigate({ to: '.', search: true, replace: true, state: { email, sentAt: at } })
          }
          onBack={() => router.history.back()}
          onDone={(password) => changed(email, password)}
        />
      </Door>
    );
  }
  return (
    <Door
      title={t`Forgot your password?`}
      lead={<Trans>Tell us your work e-mail, and we send you a code to choose a new one.</Trans>}
    >
      <AskForReset email={email ?? ''} onSent={sent} />
      <div className={classes.under}>
        <Link className={classes.link} href={withNext('/sign-in', next)}>
          <Trans>Back to sign in</Trans>
        </Link>
      </div>
    </Door>
  );
}
