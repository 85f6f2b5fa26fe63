import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { session } from './session.ts';

const load = () => import('./SignInAgain.tsx');
const SignInAgain = lazy(async () => ({ default: (await load()).SignInAgain }));

/** Fetches the way back in while there is time: when it is needed, this release may be gone from the server. */
export function SessionEnd() {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const isIn = state === 'in';

  useEffect(() => {
    if (isIn) void load().catch(() => {});
  }, [isIn]);

  return <Suspense>{state === 'expired' ? <SignInAgain /> : null}</Suspense>;
}
