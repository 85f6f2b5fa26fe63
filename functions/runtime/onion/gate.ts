import { gatesOf, pass } from '#contracts/access.ts';
import { notFound } from '#contracts/errors.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { Layer } from '../layer.ts';

/** The gates of module, plan and role, by the one resolver; a portal's section that is not granted is not there. */
export function gate(): Layer {
  return {
    before: ({ context: { turn } }) => {
      const { actor, route } = turn;
      const { feature, permission } = route;
      if (actor.type === 'staff') {
        pass(
          gatesOf(actor, {
            feature,
            permission: permission === 'member' ? null : (permission as Permission),
          }),
        );
      } else if (actor.type === 'portal' && !(actor.sections as ReadonlySet<string>).has(permission)) {
        throw notFound(`the section ${permission} is not granted`);
      }
    },
  };
}
