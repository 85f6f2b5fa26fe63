import { type SystemActor, stamp } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { ClientReader } from './clients.ts';
import type { Clock } from './deps.ts';
import { type Pair, type PairReader, type Sign, type Two, twoOf } from './pairs.ts';
import { nextVersion } from './records.ts';

/** What more clients than this share tells nothing about two of them, and makes no pairs. */
export const MOST_SHARING = 8;
/** What is kept of what two clients share; they are known for doubles long before. */
export const MOST_SIGNS = 20;

export interface PairKeeper extends Pick<PairReader, 'get'> {
  /**
   * Whether a client has what a sign says, and some of all who have it, one more than `MOST_SHARING` at most.
   * @throws {Error} while the index tells otherwise than the client
   */
  sharing(clientId: ClientId, sign: Sign): Promise<{ has: boolean; clientIds: ClientId[] }>;
  /** Those of these signs that both have, strongly consistent. */
  shared(two: Two, signs: readonly Sign[]): Promise<Sign[]>;
  /** Every other client that this one stands in a pair with, strongly consistent. */
  mates(clientId: ClientId): Promise<ClientId[]>;
  /**
   * Writes or, with null, takes away both halves of a pair.
   * @throws {Refusal} `version_conflict` when it is no longer at `before`
   */
  keep(two: Two, before: Pair | null, after: Pair | null): Promise<void>;
}

interface Keeping {
  clock: Clock;
  data: { clients: Pick<ClientReader, 'some'>; pairs: PairKeeper };
}

/** What happened that pairs follow from. */
export type PairChange =
  | { of: 'sign'; clientId: ClientId; sign: Sign }
  | { of: 'client'; clientId: ClientId }
  | { of: 'pair'; two: Two };

/** Nobody in particular. */
const keeper: SystemActor = { type: 'system', name: 'Foyer' };

/**
 * Makes pairs follow a change. It looks at what is true by now and not at what was changed: repeated, late or in
 * another order, it leaves the same pairs.
 */
export async function follow(deps: Keeping, change: PairChange): Promise<void> {
  if (change.of === 'sign') return review(deps, change.clientId, change.sign);
  if (change.of === 'pair') return settle(deps, change.two);
  for (const mate of await deps.data.pairs.mates(change.clientId)) {
    await settle(deps, twoOf(change.clientId, mate));
  }
}

/** A client has a sign now, or has it no longer. */
async function review(deps: Keeping, clientId: ClientId, sign: Sign): Promise<void> {
  const { pairs } = deps.data;
  const { has, clientIds } = await pairs.sharing(clientId, sign);
  if (!has) await follow(deps, { of: 'client', clientId });
  if (clientIds.length > MOST_SHARING) return;
  // With one less, those who are left may be few enough to tell something about each other.
  const wanted = has
    ? clientIds.filter((other) => other !== clientId).map((other) => twoOf(clientId, other))
    : everyTwoOf(clientIds);
  for (const two of wanted) await settle(deps, two, sign);
}

const everyTwoOf = (clientIds: readonly ClientId[]): Two[] =>
  clientIds.flatMap((one, at) => clientIds.slice(at + 1).map((other) => twoOf(one, other)));

/**
 * Makes one pair what its two clients say. Having written it looks again: whoever took something away before
 * that is seen now, and whoever does so later finds the pair.
 */
async function settle({ clock, data }: Keeping, two: Two, sign?: Sign): Promise<void> {
  for (;;) {
    const before = await data.pairs.get(two);
    const known = before?.signs ?? [];
    const asked = sign && !known.includes(sign) && known.length < MOST_SIGNS ? [...known, sign] : known;
    const [clients, shared] = await Promise.all([data.clients.some(two), data.pairs.shared(two, asked)]);
    const now = clock.now();
    const [clientId, otherId] = two;
    const none: Pair = {
      ...{ clientId, otherId, version: 0, signs: [], dismissal: null, asleep: false },
      ...{ updatedAt: now, updatedBy: stamp(keeper) },
    };
    const asleep = clients.some(({ deletedAt }) => deletedAt);
    const changed = nextVersion({ actor: keeper, clock }, before ?? none, {
      ...(before ?? none),
      signs: [...shared].sort(),
      asleep,
    });
    const isOver = clients.length < 2 || (changed.signs.length === 0 && !changed.dismissal);
    const after = isOver ? null : changed;
    try {
      // Where there is no pair, a half of one may be left of a client that went.
      if (after !== before || after === null) await data.pairs.keep(two, before, after);
      if (after === before) return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error;
    }
  }
}
