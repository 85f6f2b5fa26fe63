import { Trans } from '@lingui/react/macro';
import { createLazyRoute, useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { Door } from './Door.tsx';
import { safeNext, withNext } from './next.ts';
import { SignInForm } from './SignInForm.tsx';
import type { Asked } from './Step.tsx';
import classes from './session.module.css';
import { useStepWords } from './words.ts';

export const route = createLazyRoute('/sign-in')({ component: SignInPage });

function SignInPage() {
  const router = useRouter();
  const { next } = route.useSearch();
  const { email, notice } = useLocation({ select: ({ state }) => state });
  const [asked, setAsked] = useState<Asked>(null);
  const words = useStepWords()(asked);
  return (
    <Door
      {...words}
      hint={
        asked ? null : (
          <>
            <Trans>
              New here?{' '}
              <Link className={classes.link} href={withNext('/sign-up', next)}>
                Open a workspace
              </Link>
            </Trans>
            <br />
            <Trans>Are you a client? Use the link in your invitation.</Trans>
          </>
        )
      }
    >
      {notice === 'password-changed' && !asked ? (
        <div className={classes.notice}>
          <Strip tone="info">
            <Trans>Your password is changed. Sign in with the new one.</Trans>
          </Strip>
        </div>
      ) : null}
      <SignInForm
        suggested={email}
        forgotHref={withNext('/forgot', next)}
        onAsked={setAsked}
        onDone={() => void router.navigate({ href: safeNext(next), replace: true })}
      />
    </Door>
  );
}
