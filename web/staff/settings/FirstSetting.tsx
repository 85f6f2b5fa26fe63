import { Navigate } from '@tanstack/react-router';
import { ForbiddenPage } from '../shell/ForbiddenPage.tsx';
import { usePagesAt } from '../shell/pages.ts';

/** `/settings` stands for the first setting that the person may open. */
export function FirstSetting() {
  const [first] = usePagesAt('settings');
  return first ? <Navigate to={first.href} replace /> : <ForbiddenPage permission="settings.manage" />;
}
