import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import { onDemand } from '#ui/onDemand.tsx';
import type { createSession } from './session.ts';

/**
 * The way back in, shown over the page when the session has ended. It is fetched while there is time: when it
 * is needed, this release may be gone from the server.
 */
export function sessionEnd(session: ReturnType<typeof createSession>, load: () => Promise<ComponentType>) {
  const WayIn = onDemand(load);
  return function SessionEnd() {
    const state = useSyncExternalStore(session.subscribe, session.state);
    const isIn = state === 'in';
    useEffect(() => {
      if (isIn) WayIn.read();
    }, [isIn]);
    return state === 'expired' ? <WayIn /> : null;
  };
}
