import { Plural, Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Permission } from '#contracts/permissions.ts';
import type { RoleDiff } from './edits.ts';
import { type RoleChoice, usePermissionWord } from './useRoles.ts';

/** Who gains and loses what, and how many people that is, in one line. */
export function DiffLine({ diffs }: { diffs: RoleDiff<RoleChoice>[] }) {
  const parts = diffs.flatMap(({ role, gains, loses }) => [
    ...(gains.length > 0 ? [{ id: `${role.key}+`, role, keys: gains, on: true }] : []),
    ...(loses.length > 0 ? [{ id: `${role.key}-`, role, keys: loses, on: false }] : []),
  ]);
  return (
    <>
      {parts.map(({ id, role, keys, on }, at) => (
        <Fragment key={id}>
          {at > 0 ? ' · ' : null}
          <Part role={role} keys={keys} on={on} />
        </Fragment>
      ))}
    </>
  );
}

function Part({ role, keys, on }: { role: RoleChoice; keys: Permission[]; on: boolean }) {
  const word = usePermissionWord();
  const [first, ...others] = keys;
  const what = (
    <b>
      {first ? word(first) : null}
      {others.length > 0 ? (
        <>
          {' '}
          <Plural value={others.length} one="and # more" other="and # more" />
        </>
      ) : null}
    </b>
  );
  const people = <Plural value={role.members} one="# person" other="# people" />;
  return on ? (
    <Trans>
      {role.label} gains {what} ({people})
    </Trans>
  ) : (
    <Trans>
      {role.label} loses {what} ({people})
    </Trans>
  );
}
