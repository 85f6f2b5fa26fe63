import { i18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';
import { activateLocale } from '../i18n.ts';
import '../ui/styles/index.css';
import { App } from './App.tsx';
import { preferences } from './preferences.ts';

/** The kit page is for looking at parts; it is not in a production build. */
const kitIsServed = import.meta.env.DEV || import.meta.env.MODE === 'kit';

/** A language in the address is a choice that lasts. */
function wishedLanguage(): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked) preferences.set({ language: asked });
  return preferences.get().language;
}

async function start() {
  const root = document.getElementById('root');
  if (!root) return;
  const wished = wishedLanguage();
  // Only the portal's texts are translated so far: half a language would be worse than English.
  await activateLocale(wished === 'en-XA' ? wished : 'en');

  if (kitIsServed && window.location.pathname.startsWith('/__kit')) {
    const { mountKit } = await import('../ui/kit/mountKit.tsx');
    mountKit(root, i18n);
    return;
  }
  createRoot(root).render(<App i18n={i18n} />);
}

void start();
