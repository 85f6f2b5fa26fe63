import { i18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';
import { ApiError } from '#contracts/client.ts';
import { activateLocale, pickLocale } from '../i18n.ts';
import '../ui/styles/index.css';
import { App } from './App.tsx';
import { NoPortal } from './SystemPages.tsx';
import { bootstrap } from './session.ts';

async function start() {
  const root = document.getElementById('root');
  if (!root) return;
  await activateLocale(pickLocale(navigator.languages));
  try {
    const front = await bootstrap();
    if (front) createRoot(root).render(<App i18n={i18n} front={front} />);
  } catch (error) {
    const absent = error instanceof ApiError && error.status === 404;
    createRoot(root).render(<NoPortal i18n={i18n} error={absent ? null : error} />);
  }
}

void start();
