import { own } from '#contracts/own.ts';
import type { CustomValue } from '#contracts/schemas/custom-field.ts';
import { comparableOf } from '#domain/custom-value-rules.ts';
import { combine } from '#domain/merge-choices.ts';
import { put, remove, type Write } from '../commit.ts';
import { CustomFields } from '../entities/custom-fields.ts';
import { CustomUnique } from '../entities/custom-unique.ts';
import { hashOf } from '../keys.ts';
import { type Item, movedAgain } from './merge-items.ts';
import type { Way } from './merge-move.ts';

type Values = Record<string, CustomValue>;

/** The values of both as chosen, and who holds the unique ones from then on. */
export async function combineCustom(way: Way, mine: Item | null, item: Item) {
  const { choices } = way.merge;
  const [had, others]: [Values, Values] = [mine?.values ?? {}, item.values ?? {}];
  const values = combine('custom', had, others, choices);
  const all: Record<string, unknown> = combine('custom', mine?.named ?? {}, item.named ?? {}, choices);
  const named = Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(values, key)));
  // Never an empty map: the stream of DynamoDB Local loses the type of one.
  const content = Object.keys(values).length > 0 ? { values, named } : {};
  return { content, holds: await changeHolds(way, { from: others, before: had, after: values }) };
}

/** Unique values that one client takes over from another, and those of its own that it gives back for them. */
async function changeHolds(
  { db, from, to }: Pick<Way, 'db' | 'from' | 'to'>,
  { from: others, before, after }: { from: Values; before: Values; after: Values },
): Promise<Write[]> {
  const { client, table, workspaceId } = db;
  const keyOf = (key: string, value: CustomValue) => ({
    workspaceId,
    key,
    hash: hashOf(comparableOf(value)),
  });
  const isSame = (a: CustomValue | undefined, b: CustomValue | undefined) =>
    JSON.stringify(a) === JSON.stringify(b);
  const taken = Object.entries(after).filter(
    ([key, value]) => !isSame(own(before, key), value) && isSame(own(others, key), value),
  );
  const given = Object.entries(before).filter(([key, value]) => !isSame(own(after, key), value));
  const asked = [...taken, ...given].map(([key, value]) => keyOf(key, value));
  if (asked.length === 0) return [];
  const { data } = await CustomUnique.get(asked).go({ client, table, consistent: true });
  const heldBy = (whose: string, key: string, value: CustomValue) =>
    data.some((one) => one.clientId === whose && one.key === key && one.hash === keyOf(key, value).hash);
  return [
    ...given
      .filter(([key, value]) => heldBy(to, key, value))
      .map(([key, value]) => remove(CustomUnique.delete(keyOf(key, value)).params({ table }))),
    ...taken
      .filter(([key, value]) => heldBy(from, key, value))
      .map(([key, value]) =>
        put(
          CustomUnique.put({ ...keyOf(key, value), clientId: to })
            .where(({ clientId }, { eq }) => eq(clientId, from))
            .params({ table }),
          movedAgain,
        ),
      ),
  ];
}

/** Who holds these values, by field; a value that nobody holds is not of a unique field. */
async function holdersOf({ db }: Pick<Way, 'db'>, values: Values): Promise<Map<string, string>> {
  const { client, table, workspaceId } = db;
  const asked = Object.entries(values).map(([key, value]) => ({
    workspaceId,
    key,
    hash: hashOf(comparableOf(value)),
  }));
  if (asked.length === 0) return new Map();
  const { data } = await CustomUnique.get(asked).go({ client, table, consistent: true });
  return new Map(data.map(({ key, clientId }) => [key, clientId]));
}

/** The values of a client that comes back, less those that another one has by now, and who holds them then. */
export async function ownValues(
  way: Way,
  item: Item,
  stays: Values,
): Promise<{ item: Item; holds: Write[] }> {
  const { from, to } = way;
  const { values = {}, named = {}, ...bare } = item as { values?: Values; named?: Record<string, unknown> };
  const holders = await holdersOf(way, values);
  const keeps = (key: string) => {
    const holder = holders.get(key);
    if (holder === undefined || holder === to) return true;
    return holder === from && JSON.stringify(own(stays, key)) !== JSON.stringify(own(values, key));
  };
  const of = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => keeps(key)));
  const kept = of(values);
  const content = Object.keys(kept).length > 0 ? { values: kept, named: of(named) } : {};
  return {
    item: { ...bare, ...content },
    holds: await changeHolds(way, { from: kept, before: {}, after: kept }),
  };
}

/** Takes the unique values that the survivor gave up; null when somebody else has one of them by now. */
export async function retake(way: Way, { values = {} }: Item): Promise<Write[] | null> {
  const { db, from, to } = way;
  const holders = await holdersOf(way, values);
  if ([...holders.values()].some((holder) => holder !== from && holder !== to)) return null;
  const { table, workspaceId } = db;
  const fields = await uniqueFields(way);
  return Object.entries(values as Values)
    .filter(([key]) => fields.has(key) && !holders.has(key))
    .map(([key, value]) => {
      const hold = { workspaceId, key, hash: hashOf(comparableOf(value)), clientId: from };
      return put(CustomUnique.create(hold).params({ table }), movedAgain);
    });
}

async function uniqueFields({ db }: Way): Promise<Set<string>> {
  const { client, table, workspaceId } = db;
  const { data } = await CustomFields.get({ workspaceId }).go({ client, table, consistent: true });
  const fields = data?.fields ?? [];
  return new Set(fields.filter(({ unique }) => unique).map(({ key }) => key));
}
