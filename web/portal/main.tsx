import { i18n } from '@lingui/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { activateLocale, pickLocale } from '../i18n.ts';
import { Provider } from '../ui/Provider.tsx';
import '../ui/styles/index.css';
import { portalTheme } from '../ui/theme.ts';
import { teal } from '../ui/tokens.ts';

async function start() {
  const root = document.getElementById('root');
  if (!root) return;
  await activateLocale(pickLocale(navigator.languages));
  createRoot(root).render(
    <StrictMode>
      <Provider i18n={i18n} theme={portalTheme(teal)}>
        {null}
      </Provider>
    </StrictMode>,
  );
}

void start();
