import type { I18n } from '@lingui/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import type { PortalBootstrap } from '#contracts/schemas/portal.ts';
import { NavigationProvider } from '#ui/Link.tsx';
import { Provider } from '#ui/Provider.tsx';
import { ShellContext } from '#ui/shellContext.ts';
import { portalTheme } from '#ui/theme.ts';
import { brandRamp } from './brand.ts';
import { FrontProvider } from './front.ts';
import { queryClient } from './queryClient.ts';
import { router } from './router.tsx';
import { SessionEnd } from './session/SessionEnd.tsx';

/** The kit's links know of no router; here they learn of ours. */
const navigation = { navigate: (href: string) => void router.navigate({ href }) };

/** The portal of one firm: its name and colour, and nobody else's. */
export function App({ i18n, front }: { i18n: I18n; front: PortalBootstrap }) {
  return (
    <StrictMode>
      <Provider i18n={i18n} theme={portalTheme(brandRamp(front.color))}>
        <FrontProvider value={front}>
          <ShellContext.Provider value={{ workspaceName: front.name, topSlot: null }}>
            <QueryClientProvider client={queryClient}>
              <NavigationProvider value={navigation}>
                <RouterProvider router={router} />
                <SessionEnd />
              </NavigationProvider>
            </QueryClientProvider>
          </ShellContext.Provider>
        </FrontProvider>
      </Provider>
    </StrictMode>
  );
}
