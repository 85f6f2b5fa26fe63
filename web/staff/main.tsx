import { i18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';
import { wishedLanguage } from '../i18n.ts';
import '../ui/styles/index.css';
import { App } from './App.tsx';
import { activateLocale } from './i18n.ts';
import { preferences } from './preferences.ts';

/** The kit page is for looking at parts; it is not in a production build. */
const kitIsServed = import.meta.env.DEV || import.meta.env.MODE === 'kit';

async function start() {
  const root = document.getElementById('root');
  if (!root) return;
  await activateLocale(wishedLanguage(preferences));

  if (kitIsServed && window.location.pathname.startsWith('/__kit')) {
    const { mountKit } = await import('../ui/kit/mountKit.tsx');
    mountKit(root, i18n);
    return;
  }
  createRoot(root).render(<App i18n={i18n} />);
}

void start();
