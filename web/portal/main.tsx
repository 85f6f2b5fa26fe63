import { i18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';
import { ApiError } from '#contracts/client.ts';
import { wishedLanguage } from '../i18n.ts';
import '../ui/styles/index.css';
import './portal.css';
import { App } from './App.tsx';
import { brandIcon } from './brand.ts';
import { activateLocale, pickLocale } from './i18n.ts';
import { preferences } from './preferences.ts';
import { router } from './router.tsx';
import { bootstrap, session } from './session/session.ts';
import { NoPortal } from './shell/NoPortal.tsx';

function speak(firmsOwn: string[]) {
  const wished = wishedLanguage(preferences);
  return activateLocale(
    wished === 'en-XA' ? wished : pickLocale([wished, ...navigator.languages, ...firmsOwn]),
  );
}

/** Whose portal this is and whether somebody is signed in are asked at once; the first page waits for both. */
async function start() {
  const element = document.getElementById('root');
  if (!element) return;
  // A failure is met again, and shown, where the session is needed.
  const begun = session.start().catch(() => false);
  try {
    const front = await bootstrap();
    await Promise.all([speak([front.locale]), begun]);
    document.title = front.name;
    document.querySelector('link[rel="icon"]')?.setAttribute('href', brandIcon(front));
    await router.load();
    createRoot(element).render(<App i18n={i18n} front={front} />);
  } catch (error) {
    await speak([]);
    const isNobodys = error instanceof ApiError && error.status === 404;
    createRoot(element).render(<NoPortal i18n={i18n} error={isNobodys ? null : error} />);
  }
}

void start();
