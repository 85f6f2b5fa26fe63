import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { BuiltInRole } from '#contracts/roles.ts';

const names: Record<BuiltInRole, MessageDescriptor> = {
  owner: msg`Owner`,
  admin: msg`Admin`,
  manager: msg`Manager`,
  basic: msg`Basic`,
  viewer: msg`Viewer`,
};

/**
 * What a role is called: a built-in one in the reader's language, unless the workspace has given it another
 * name; the workspace's own as it named them.
 */
export function useRoleName() {
  const { _ } = useLingui();
  return useCallback(
    (role: string, given?: string) => {
      const word = Object.hasOwn(names, role) ? names[role as BuiltInRole] : undefined;
      // The server's own name of a built-in role spells its key.
      const isOwnName = given !== undefined && given.toLowerCase() !== role;
      return word && !isOwnName ? _(word) : (given ?? role);
    },
    [_],
  );
}
