import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconListCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { createLazyRoute, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { pageCatalogue } from '#contracts/pages.ts';
import { permissions } from '#contracts/permissions.ts';
import { ListPage, Tools } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { SaveBar } from '#ui/SaveBar.tsx';
import { toast } from '#ui/toast.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { DiffLine } from './DiffLine.tsx';
import { Matrix } from './Matrix.tsx';
import { MatrixSkeleton } from './MatrixSkeleton.tsx';
import { ReadOnly, useRoleKeeper } from './ReadOnly.tsx';
import { ReviewChanges } from './ReviewChanges.tsx';
import { RoleProblem } from './RoleProblem.tsx';
import classes from './roles.module.css';
import { useRoleEdits } from './useRoleEdits.ts';
import { type RoleChoice, usePermissionWord, useRoles } from './useRoles.ts';

export const route = createLazyRoute('/app/settings/roles')({ component: RolesPage });

/** Who may do what; a drawer of a child route opens over it. */
function RolesPage() {
  const { t } = useLingui();
  const { allows } = useHere();
  const { table, choices } = useRoles();
  const { isReadOnly } = useRoleKeeper();
  if (table.isError && !table.data) {
    return <QueryError error={table.error} onRetry={() => void table.refetch()} permission="members.view" />;
  }
  return (
    <>
      <ListPage>
        <PageHead
          title={t`Roles`}
          description={<Trans>What each role may do. A change acts with the person’s next click.</Trans>}
          actions={
            <>
              {allows(pageCatalogue.explain) ? (
                <LinkButton
                  href={pageCatalogue.explain.path}
                  variant="default"
                  leftSection={<IconListCheck size={15} stroke={1.9} aria-hidden="true" />}
                >
                  <Trans>Explain access</Trans>
                </LinkButton>
              ) : null}
              {isReadOnly ? null : (
                <LinkButton
                  href="/settings/roles/new"
                  leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
                >
                  <Trans>New role</Trans>
                </LinkButton>
              )}
            </>
          }
        />
        <ReadOnly />
        {table.data ? <Editor roles={choices} isReadOnly={isReadOnly} /> : <MatrixSkeleton />}
      </ListPage>
      <Outlet />
    </>
  );
}

function Editor({ roles, isReadOnly }: { roles: RoleChoice[]; isReadOnly: boolean }) {
  const { t, i18n } = useLingui();
  const word = usePermissionWord();
  const { edits, diffs, along, give, discard, save, saving, problem } = useRoleEdits(roles, isReadOnly);
  const guard = useLeaveGuard(() => diffs.length > 0);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState('all');
  const [reviewing, setReviewing] = useState(false);

  const touched = new Set(diffs.flatMap(({ gains, loses }) => [...gains, ...loses]));
  const count = diffs.reduce((sum, { gains, loses }) => sum + gains.length + loses.length, 0);
  const wanted = query.trim().toLocaleLowerCase();
  const onlyChanged = shown === 'changed' && touched.size > 0;
  const rows = permissions.filter(
    (key) =>
      (!onlyChanged || touched.has(key)) &&
      (wanted === '' || key.includes(wanted) || word(key).toLocaleLowerCase().includes(wanted)),
  );
  const all = i18n.number(permissions.length);
  const some = i18n.number(touched.size);

  const saveAll = async () => {
    const done = await save();
    setReviewing(false);
    if (done) toast.ok(<Trans>The roles were saved</Trans>);
  };

  return (
    <>
      <Tools>
        <TextInput
          className={classes.search}
          size="xs"
          aria-label={t`Find a permission`}
          placeholder={t`Find a permission`}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden="true" />}
          data-page-search
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {isReadOnly ? null : (
          <SegmentedControl
            size="xs"
            aria-label={t`Permissions shown`}
            value={onlyChanged ? 'changed' : 'all'}
            onChange={setShown}
            data={[
              { value: 'all', label: t`All ${all}` },
              { value: 'changed', label: t`Changed ${some}`, disabled: touched.size === 0 },
            ]}
          />
        )}
      </Tools>
      <RoleProblem problem={problem} />
      <Matrix roles={roles} rows={rows} edits={edits} isReadOnly={isReadOnly} onGive={give} />
      {diffs.length > 0 ? (
        <SaveBar saveLabel={t`Review and save`} onSave={() => setReviewing(true)} onDiscard={discard}>
          <b>
            <Plural value={count} one="# change" other="# changes" />
          </b>{' '}
          <DiffLine diffs={diffs} />
          {along ? <Moved {...along} /> : null}
        </SaveBar>
      ) : null}
      {reviewing ? (
        <ReviewChanges
          diffs={diffs}
          saving={saving}
          onClose={() => setReviewing(false)}
          onSave={() => void saveAll()}
        />
      ) : null}
      {guard}
    </>
  );
}

/** What moved along with the box that was ticked, and why. */
function Moved({ role, keys, on }: NonNullable<ReturnType<typeof useRoleEdits>['along']>) {
  const word = usePermissionWord();
  const words = keys.map(word).join(', ');
  return (
    <span className={classes.along}>
      {on ? (
        <Trans>
          {role} gets “{words}” along with it: whoever changes something must be able to see it.
        </Trans>
      ) : (
        <Trans>
          {role} loses “{words}” along with it: nobody changes what they cannot see.
        </Trans>
      )}
    </span>
  );
}
