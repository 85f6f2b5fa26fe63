import { i18n } from '@lingui/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { activateLocale, pickLocale } from '../i18n.ts';
import { Logo } from '../ui/Logo.tsx';
import { Provider } from '../ui/Provider.tsx';
import '../ui/styles/index.css';
import { staffTheme } from '../ui/theme.ts';

/** The kit page is for looking at parts; it is not in a production build. */
const kitIsServed = import.meta.env.DEV || import.meta.env.MODE === 'kit';

async function start() {
  const root = document.getElementById('root');
  if (!root) return;
  const wished = new URLSearchParams(window.location.search).get('lang');
  await activateLocale(wished === 'en-XA' ? wished : pickLocale([wished ?? '', ...navigator.languages]));

  if (kitIsServed && window.location.pathname.startsWith('/__kit')) {
    const { mountKit } = await import('../ui/kit/mountKit.tsx');
    mountKit(root, i18n);
    return;
  }
  createRoot(root).render(
    <StrictMode>
      <Provider i18n={i18n} theme={staffTheme}>
        <Logo withName />
      </Provider>
    </StrictMode>,
  );
}

void start();
