import { useLingui } from '@lingui/react/macro';
import { createLazyRoute, Outlet } from '@tanstack/react-router';
import type { Page } from '#contracts/pages.ts';
import { Link } from '#ui/Link.tsx';
import { usePhone } from '#ui/media.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { usePagesAt } from '../shell/pages.ts';
import classes from './settings.module.css';

export const route = createLazyRoute('/app/settings')({ component: SettingsLayout });

/** Pages with which a group of the menu begins: the workspace, its people, what it pays for. */
const openers: ReadonlySet<Page> = new Set(['team', 'plan', 'explain']);

/** The menu of the settings beside the chosen one; on a phone a strip above it. */
function SettingsLayout() {
  const { t } = useLingui();
  const pages = usePagesAt('settings');
  const phone = usePhone();
  return (
    <div className={classes.layout} data-print="flow">
      {phone ? (
        <Tabs label={t`Settings`} items={pages} />
      ) : (
        <nav className={classes.menu} aria-label={t`Settings`}>
          <ul>
            {pages.map(({ id, label, href, active }, at) => (
              <li key={id} data-opens={(at > 0 && openers.has(id)) || undefined}>
                <Link href={href} className={classes.item} aria-current={active ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={classes.page} data-print="flow">
        <Outlet />
      </div>
    </div>
  );
}
