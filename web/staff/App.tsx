import type { I18n } from '@lingui/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { NavigationProvider } from '#ui/Link.tsx';
import { Provider } from '#ui/Provider.tsx';
import { ShortcutsProvider } from '#ui/shortcuts.tsx';
import { staffTheme } from '#ui/theme.ts';
import { usePreference } from './preferences.ts';
import { queryClient } from './queryClient.ts';
import { router } from './router.tsx';
import { SessionEnd } from './session/SessionEnd.tsx';

/** The kit's links know of no router; here they learn of ours. */
const navigation = {
  navigate: (href: string) => void router.navigate({ href }),
  preload: (href: string) => void router.preloadRoute({ to: href }).catch(() => {}),
};

export function App({ i18n }: { i18n: I18n }) {
  const [shortcuts] = usePreference('shortcuts');
  return (
    <StrictMode>
      <Provider i18n={i18n} theme={staffTheme}>
        <QueryClientProvider client={queryClient}>
          <NavigationProvider value={navigation}>
            <ShortcutsProvider value={shortcuts}>
              <RouterProvider router={router} />
              <SessionEnd />
            </ShortcutsProvider>
          </NavigationProvider>
        </QueryClientProvider>
      </Provider>
    </StrictMode>
  );
}
