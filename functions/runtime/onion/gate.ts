import { notFound } from '#contracts/errors.ts';
import type { Layer } from '../layer.ts';

/** A module that is not live leaves no trace: its routes are not there. */
export function gate(): Layer {
  return {
    before: ({ context: { turn } }) => {
      const { feature } = turn.route;
      if (!feature || turn.actor.type !== 'staff') return;
      if (!turn.actor.features.has(feature))
        throw notFound(`the feature ${feature} is off in this workspace`);
    },
  };
}
