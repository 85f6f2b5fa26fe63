import type { ClientId } from '#contracts/ids.ts';
import { type Client, type ClientCounts, ClientRow } from '#contracts/schemas/client.ts';
import { type Family, type FamilyMember, MOST_LEVELS, MOST_SHOWN } from '#contracts/schemas/family.ts';
import { type ClientReader, get as getClient } from './clients.ts';
import type { Deps } from './deps.ts';
import type { FamilyReader } from './family.ts';
import { sees } from './view-scope.ts';

type Reading = Deps<{ clients: ClientReader; family: FamilyReader }>;

/** A client at its level, and the one above it of those that are shown. */
interface Placed {
  client: Client;
  level: number;
  parentId: ClientId | null;
}

/**
 * The tree that a client stands in, as far as this actor sees it: to see a client is to see neither its parent nor
 * its children, and none that could be reached only through one that he does not see. Those above it and below it
 * come before the other branches where there is no room for all.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId): Promise<Family> {
  const client = await getClient(deps, clientId);
  const { above, parent } = await lookUp(deps, client);
  const line: Placed[] = [...above, client].map((one, level, all) => ({
    client: one,
    level,
    parentId: all[level - 1]?.id ?? null,
  }));
  const own = await lookDown(deps, line.slice(-1), line, MOST_SHOWN - line.length);
  const room = MOST_SHOWN - line.length - own.found.length;
  const beside = await lookDown(deps, line.slice(0, -1), line, room);
  return {
    parent,
    members: inOrder([...line, ...own.found, ...beside.found]),
    more: own.more || beside.more,
    below: countByStatus(own.found),
  };
}

const isShown = ({ actor }: Pick<Reading, 'actor'>, client: Client) =>
  !client.deletedAt && sees(actor, client);

/** All above a client that are shown, the topmost first, and why there are no more. */
async function lookUp(deps: Reading, client: Client): Promise<{ above: Client[]; parent: Family['parent'] }> {
  const above: Client[] = [];
  for (let lower = client; above.length < MOST_LEVELS; ) {
    const next = lower.parentId && (await deps.data.clients.get(lower.parentId));
    if (!next) break;
    if (!isShown(deps, next)) {
      const why = sees(deps.actor, next) ? 'in_trash' : 'out_of_sight';
      return { above, parent: above.length > 0 ? 'shown' : why };
    }
    above.unshift(next);
    lower = next;
  }
  return { above, parent: above.length > 0 ? 'shown' : 'none' };
}

/** Whoever stands below some clients and is not among the known ones, level by level while there is room. */
async function lookDown(
  deps: Reading,
  from: readonly Placed[],
  known: readonly Placed[],
  room: number,
): Promise<{ found: Placed[]; more: boolean }> {
  const { data } = deps;
  const skipped = new Set(known.map(({ client }) => client.id));
  const found: Placed[] = [];
  let more = false;
  for (let upper = from; upper.length > 0; ) {
    const links = (await Promise.all(upper.filter(mayHaveBelow).map(below))).flat();
    const kept = links.slice(0, room - found.length);
    more ||= kept.length < links.length;
    const clients = kept.length > 0 ? await data.clients.some(kept.map(({ childId }) => childId)) : [];
    const shown = new Map(clients.filter((one) => isShown(deps, one)).map((one) => [one.id, one]));
    upper = kept.flatMap(({ childId, level, parentId }) => {
      const client = shown.get(childId);
      return client ? [{ client, level, parentId }] : [];
    });
    found.push(...upper);
  }
  return { found, more };

  async function below({ client, level }: Placed) {
    const childIds = (await data.family.childIdsOf(client.id)).filter((id) => !skipped.has(id));
    return childIds.map((childId) => ({ childId, level: level + 1, parentId: client.id }));
  }
}

const mayHaveBelow = ({ level }: Placed) => level < MOST_LEVELS - 1;

/** Each client followed by whoever stands below it, by name. */
function inOrder(placed: readonly Placed[]): FamilyMember[] {
  const below = Map.groupBy(placed, ({ parentId }) => parentId);
  const branch = (parentId: ClientId | null): FamilyMember[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.client.name.localeCompare(b.client.name, 'en'))
      .flatMap((one) => [
        { ...ClientRow.strip().parse(one.client), level: one.level, parentId: one.parentId },
        ...branch(one.client.id),
      ]);
  return branch(null);
}

function countByStatus(placed: readonly Placed[]): ClientCounts {
  const counts: ClientCounts = { active: 0, pending: 0, inactive: 0 };
  for (const { client } of placed) counts[client.status] += 1;
  return counts;
}
