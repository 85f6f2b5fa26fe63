import { useLingui } from '@lingui/react/macro';

import type { Permission } from '#contracts/permissions.ts';
import { keysOf, permissionGroups } from './groups.ts';
import classes from './roles.module.css';
import { usePermissionWord } from './useRoles.ts';
import { groupWords } from './words.ts';

/** What a role lets somebody do, in words, subject by subject. */
export function RoleAllows({ label, permissions }: { label: string; permissions: readonly Permission[] }) {
  const { t, i18n } = useLingui();
  const word = usePermissionWord();
  const held = new Set(permissions);
  const parts = permissionGroups
    .map((group) => ({ group, keys: keysOf(group).filter((key) => held.has(key)) }))
    .filter(({ keys }) => keys.length > 0);
  return (
    <section className={classes.allows} aria-label={t`What ${label} may do`}>
      <h3>{t`What ${label} may do`}</h3>
      <dl>
        {parts.map(({ group, keys }) => (
          <div key={group}>
            <dt>{i18n._(groupWords[group])}</dt>
            <dd>
              {keys.length === keysOf(group).length && keys.length > 1
                ? t`Everything`
                : keys.map(word).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
