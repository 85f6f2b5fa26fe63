import { createRoute } from '@tanstack/react-router';
import { FirstSetting } from '../settings/FirstSetting.tsx';
import { app } from './frame.ts';

/** The settings share a menu beside them; which of them somebody may open is theirs to say. */
export const settings = createRoute({ getParentRoute: () => app, path: 'settings' }).lazy(() =>
  import('../settings/SettingsLayout.tsx').then((module) => module.route),
);

const first = createRoute({ getParentRoute: () => settings, path: '/', component: FirstSetting });

export const settingsTree = settings.addChildren([first]);
