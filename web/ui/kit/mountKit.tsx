import type { I18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';
import { AccessProvider } from '../Can.tsx';
import { NavigationProvider } from '../Link.tsx';
import { Provider } from '../Provider.tsx';
import { portalTheme, staffTheme } from '../theme.ts';
import { teal } from '../tokens.ts';
import { KitPage } from './KitPage.tsx';
import { PortalKit } from './PortalKit.tsx';

/** Each screen has its own address, so that pictures and accessibility checks can go straight to it. */
export function mountKit(root: HTMLElement, i18n: I18n) {
  const view = window.location.pathname.split('/').at(2) ?? '';
  const portal = view === 'portal';
  createRoot(root).render(
    <Provider i18n={i18n} theme={portal ? portalTheme(teal) : staffTheme}>
      <NavigationProvider value={{ navigate: (href) => window.history.pushState(null, '', href) }}>
        <AccessProvider value={{ has: (permission) => permission !== 'clients.delete' }}>
          {portal ? <PortalKit /> : <KitPage view={view === '' ? 'list' : view} />}
        </AccessProvider>
      </NavigationProvider>
    </Provider>,
  );
}
