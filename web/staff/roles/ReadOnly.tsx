import { Trans } from '@lingui/react/macro';
import { pageCatalogue } from '#contracts/pages.ts';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { useHere } from '../session/me.ts';
import classes from './roles.module.css';

/** Whether the person may change roles here: it takes the feature and the key. */
export function useRoleKeeper() {
  const { allows } = useHere();
  return { isReadOnly: !allows({ feature: 'custom_roles', permission: 'roles.manage' }) };
}

/** Says why the table can only be read, and where that is changed. */
export function ReadOnly() {
  const { has, can, allows } = useHere();
  if (!has('custom_roles')) {
    return (
      <div className={classes.strip}>
        <Strip
          tone="info"
          action={
            allows(pageCatalogue.plan) ? (
              <Link href={pageCatalogue.plan.path}>
                <Trans>Plan and modules</Trans>
              </Link>
            ) : undefined
          }
        >
          <Trans>Part of Agency: changing these roles and making your own. You can read them here.</Trans>
        </Strip>
      </div>
    );
  }
  if (can('roles.manage')) return null;
  return (
    <div className={classes.strip}>
      <Strip tone="info">
        <Trans>You can read the roles. To change them takes the permission roles.manage.</Trans>
      </Strip>
    </div>
  );
}
