import { combine } from '#domain/merge-choices.ts';
import { combineCustom } from './merge-custom.ts';
import { type Item, itemAt, putOver, rekeyed, takeAway } from './merge-items.ts';
import { homeOf, type Plan, type Way } from './merge-move.ts';
import { dropped, movedAs, type Planner, repointed } from './merge-plans.ts';

/** How what a client has one of comes to the survivor, or into the survivor's own. */
export const singlePlans: Record<string, Planner> = {
  async routing(way, item) {
    const { db, from, to } = way;
    if (await itemAt(db, homeOf(db, to), item.sk)) return dropped(way, item);
    const rules = await Promise.all(
      (item.rules as { brandId: string | null }[]).map(async (rule) => ({
        ...rule,
        brandId: rule.brandId && ((await repointed(way, [rule.brandId]))[0] ?? null),
      })),
    );
    return movedAs(way, item, { ...rekeyed(item, from, to), rules });
  },

  async client_settings(way, item) {
    const { db, from, to, merge } = way;
    const own = await itemAt(db, homeOf(db, to), item.sk);
    const values = combine('settings', own?.values ?? {}, item.values ?? {}, merge.choices);
    const said = Object.keys(values).length > 0 ? { values } : {};
    const { values: _, ...bare } = own ?? rekeyed(item, from, to);
    if (!own) return movedAs(way, item, { ...bare, ...said });
    return combined(way, item, own, { ...bare, ...said });
  },

  async custom_values(way, item) {
    const { db, from, to } = way;
    const own = await itemAt(db, homeOf(db, to), item.sk);
    const { content, holds } = await combineCustom(way, own, item);
    const { values: _, named: __, ...bare } = own ?? rekeyed(item, from, to);
    const plan = own
      ? combined(way, item, own, { ...bare, ...content })
      : movedAs(way, item, { ...bare, ...content });
    return { ...plan, writes: [...plan.writes, ...holds] };
  },
};

/** A record that both have: the survivor's with what it takes over, and none of the other. */
function combined(way: Way, item: Item, own: Item, after: Item): Plan {
  const { db, now, by } = way;
  const gone = { former: [item], writes: [takeAway(db, item)] };
  if (JSON.stringify(sorted(own.values)) === JSON.stringify(sorted(after.values)))
    return { deed: 'dropped', ...gone };
  const version = own.version + 1;
  const next = { ...after, version, updatedAt: now, updatedBy: by };
  return {
    deed: 'combined',
    former: [item],
    touched: { before: own, version },
    writes: [...gone.writes, putOver(db, next, own.version)],
  };
}

const sorted = (values: object = {}) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
