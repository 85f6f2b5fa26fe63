import type { I18n } from '@lingui/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useState, useSyncExternalStore } from 'react';
import type { PortalBootstrap } from '#contracts/schemas/portal.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Provider } from '#ui/Provider.tsx';
import { ShellContext } from '#ui/shellContext.ts';
import { portalTheme } from '#ui/theme.ts';
import { brandRamp } from './brand.ts';
import { Home } from './Home.tsx';
import { SignIn } from './SignIn.tsx';
import { NotFound } from './SystemPages.tsx';
import { session } from './session.ts';

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: 1, networkMode: 'always' } },
});

const paths = new Set(['/', '/sign-in']);

/** The portal of one firm: its name and colour, and nobody else's. */
export function App({ i18n, front }: { i18n: I18n; front: PortalBootstrap }) {
  return (
    <StrictMode>
      <Provider i18n={i18n} theme={portalTheme(brandRamp(front.color))}>
        <ShellContext.Provider value={{ workspaceName: front.name, topSlot: null }}>
          <QueryClientProvider client={queryClient}>
            <ErrorBoundary>
              {paths.has(window.location.pathname) ? <Door front={front} /> : <NotFound />}
            </ErrorBoundary>
          </QueryClientProvider>
        </ShellContext.Provider>
      </Provider>
    </StrictMode>
  );
}

/** Home for whoever is signed in, the sign-in page for anybody else; the address says which it is. */
function Door({ front }: { front: PortalBootstrap }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    session.start().catch(setFailure);
  }, []);
  const isIn = state === 'in';
  useEffect(() => {
    if (state !== 'unknown') window.history.replaceState(null, '', isIn ? '/' : '/sign-in');
  }, [state, isIn]);

  if (failure) throw failure;
  if (state === 'unknown') return null;
  return isIn ? <Home front={front} /> : <SignIn front={front} />;
}
