import type { TraitKind } from '#contracts/duplicate-signs.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { MOST_SHARING, type PairKeeper } from '#domain/pair-signs.ts';
import {
  type Pair,
  type PairReader,
  type PairWriter,
  queueOf,
  rankOf,
  type Sign,
  signOf,
  type Two,
} from '#domain/pairs.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientTrait } from '../entities/client-trait.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import {
  DuplicateMate,
  type DuplicatePairItem,
  DuplicatePair as Entity,
} from '../entities/duplicate-pair.ts';
import { pageOptions, toPage } from './paging.ts';
import { putOver } from './records.ts';

interface Listed {
  row: Pair;
}

export function pairRepository(db: Db): PairReader & PairWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };
  return {
    async get([clientId, otherId]) {
      const { data } = await Entity.get({ workspaceId, clientId, otherId }).go({ ...at, consistent: true });
      return data ? fromItem(data) : null;
    },

    async list(queue, page) {
      const query = Entity.query.byLikelihood({ workspaceId, queue });
      const answer = await query.go({ ...at, ...pageOptions(page), order: 'desc' });
      return toPage<Listed, Pair>(answer, ({ row }) => row);
    },

    async change(before, after, answer) {
      await db.commit([whole(db, before.version, after)], answer);
    },
  };
}

/** For whoever makes pairs follow what clients say of themselves. */
export function pairKeeper(db: Db): PairKeeper {
  const { client, table, workspaceId } = db;
  const at = { client, table };
  const consistent = { ...at, consistent: true } as const;

  /** Those of these signs that a client has, as `clientId sign`: one BatchGet for each of two kinds of items. */
  async function held(clientIds: readonly ClientId[], signs: readonly Sign[]): Promise<Set<string>> {
    const keys = clientIds.flatMap((clientId) => signs.map((sign) => ({ clientId, ...partsOf(sign) })));
    const traits = keys.filter(({ kind }) => kind !== 'email').map((key) => ({ workspaceId, ...key }));
    const emails = keys
      .filter(({ kind }) => kind === 'email')
      .map(({ clientId, hash }) => ({ workspaceId, clientId, emailHash: hash }));
    const [found, known] = await Promise.all([
      traits.length > 0 ? ClientTrait.get(traits).go(consistent) : { data: [], unprocessed: [] },
      emails.length > 0 ? ContactEmailGuard.get(emails).go(consistent) : { data: [], unprocessed: [] },
    ]);
    // What was not read must not look like what is not there.
    if (found.unprocessed.length + known.unprocessed.length > 0) throw new Error('traits left unread');
    return new Set([
      ...found.data.map(({ clientId, kind, hash }) => `${clientId} ${signOf(kind, hash)}`),
      ...known.data.map(({ clientId, emailHash }) => `${clientId} ${signOf('email', emailHash)}`),
    ]);
  }

  return {
    get: pairRepository(db).get,

    async sharing(clientId, sign) {
      const { kind, hash } = partsOf(sign);
      const options = { ...at, limit: MOST_SHARING + 1 };
      const [has, { data }] = await Promise.all([
        held([clientId], [sign]),
        kind === 'email'
          ? ContactEmailGuard.query.sharing({ workspaceId, emailHash: hash }).go(options)
          : ClientTrait.query.sharing({ workspaceId, kind, hash }).go(options),
      ]);
      const clientIds = data.map(({ row }) => row.clientId);
      // Of two who come at once, the later to be looked at sees both: none is looked at before it is in the index.
      if (clientIds.length <= MOST_SHARING && clientIds.includes(clientId) !== has.size > 0) {
        throw new Error('the index of traits has not caught up');
      }
      return { has: has.size > 0, clientIds };
    },

    async shared(two, signs) {
      if (signs.length === 0) return [];
      const has = await held(two, signs);
      return signs.filter((sign) => two.every((clientId) => has.has(`${clientId} ${sign}`)));
    },

    async mates(clientId) {
      const options = { ...consistent, pages: 'all' } as const;
      const [first, later] = await Promise.all([
        Entity.query.ofClient({ workspaceId, clientId }).go(options),
        DuplicateMate.query.ofClient({ workspaceId, clientId }).go(options),
      ]);
      return [...first.data.map(({ otherId }) => otherId), ...later.data.map(({ firstId }) => firstId)];
    },

    async keep(two, before, after) {
      const [firstId, otherId] = two;
      const mate = { workspaceId, clientId: otherId, firstId };
      await db.commit(
        after
          ? [whole(db, before?.version ?? 0, after), put(DuplicateMate.put(mate).params({ table }))]
          : [gone(db, two, before), remove(DuplicateMate.delete(mate).params({ table }))],
        null,
      );
    },
  };
}

const whole = ({ table, workspaceId }: Db, version: number, after: Pair): Write =>
  putOver(table, Entity.put(toItem(workspaceId, after)), version);

function gone({ table, workspaceId }: Db, [clientId, otherId]: Two, before: Pair | null): Write {
  const params = Entity.delete({ workspaceId, clientId, otherId })
    .where(({ version }, { eq, notExists }) => (before ? eq(version, before.version) : notExists(version)))
    .params({ table });
  return remove(params, () => new Refusal('version_conflict'));
}

/** A sign as the keys of traits name it. */
function partsOf(sign: Sign): { kind: TraitKind; hash: string } {
  const [kind, hash = ''] = sign.split(' ');
  return { kind: kind as TraitKind, hash };
}

/** Domain to stored, with the queue it stands in. */
export const toItem = (workspaceId: WorkspaceId, pair: Pair) => ({
  workspaceId,
  clientId: pair.clientId,
  otherId: pair.otherId,
  version: pair.version,
  updatedAt: pair.updatedAt,
  updatedBy: pair.updatedBy,
  queue: queueOf(pair) ?? ('-' as const),
  rank: String(rankOf(pair)).padStart(2, '0'),
  row: pair,
});

/** Stored to domain. */
export const fromItem = (item: DuplicatePairItem): Pair => item.row;
