import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { BuiltInRole } from '#contracts/roles.ts';

const names: Record<BuiltInRole, MessageDescriptor> = {
  owner: msg`Owner`,
  admin: msg`Admin`,
  manager: msg`Manager`,
  basic: msg`Basic`,
  viewer: msg`Viewer`,
};

/** Built-in roles by their word; a workspace's own roles carry their name themselves. */
export function useRoleName() {
  const { _ } = useLingui();
  return (role: string) => (Object.hasOwn(names, role) ? _(names[role as BuiltInRole]) : role);
}
