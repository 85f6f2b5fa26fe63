import type { StaffActor } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import {
  type BulkChange,
  type BulkEdit,
  type BulkPreview,
  MOST_AT_ONCE,
} from '#contracts/schemas/bulk-edit.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { add, assertMay, type Foreseen, foresee, markOf, noTally } from './bulk-changes.ts';
import { filterOf } from './bulk-edits.ts';
import type { Frozen } from './bulk-store.ts';
import type { BulkTools, Progress } from './bulk-tools.ts';
import * as ClientLists from './client-lists.ts';
import { sees } from './view-scope.ts';

/** Rows of a list and clients that are read in one call, and owners that a preview names. */
const [ROWS_AT_ONCE, CLIENTS_AT_ONCE, OWNERS] = [500, 100, 20];

/**
 * Freezes the selection of a bulk edit, each client with its version, and foresees what will become of it. A
 * client that the member does not see is frozen like one that there is not.
 */
export async function prepare(tools: BulkTools, edit: BulkEdit): Promise<Progress> {
  const actor = await tools.actor();
  try {
    if (!actor) throw new Refusal('forbidden');
    assertMay(actor, edit.change);
    const ids = await selected(tools, actor, edit);
    if (ids.length > MOST_AT_ONCE) return failed(tools, 'too_many');
    if (ids.length === 0) return failed(tools, 'nothing');
    const { frozen, preview } = await look(tools, actor, edit.change, ids);
    return { change: { state: 'ready', total: frozen.length, preview }, frozen };
  } catch (error) {
    const isRefused = error instanceof Refusal && error.code !== 'dependency_down';
    if (isRefused) return failed(tools, 'no_access');
    throw error;
  }
}

const failed = ({ clock }: BulkTools, problem: BulkEdit['problem']): Progress => ({
  change: { state: 'failed', problem, finishedAt: clock.now() },
});

/** The clients that were picked, or all that the filter finds for this member; one too many is enough to know. */
async function selected(tools: BulkTools, actor: StaffActor, edit: BulkEdit): Promise<ClientId[]> {
  const filter = filterOf(edit);
  if (!filter) return (await tools.edits.frozen(edit, 0, MOST_AT_ONCE)).map(([clientId]) => clientId);
  const ids: ClientId[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && ids.length <= MOST_AT_ONCE) {
    const found = await ClientLists.list(tools.as(actor), filter, { cursor, limit: ROWS_AT_ONCE });
    ids.push(...found.data.map(({ id }) => id));
    cursor = found.page.next;
  }
  return ids;
}

async function look(tools: BulkTools, actor: StaffActor, change: BulkChange, ids: readonly ClientId[]) {
  const { clients } = tools.as(actor).data;
  const frozen: Frozen[] = [];
  const seen: { client: Client | null; foreseen: Foreseen }[] = [];
  for (let at = 0; at < ids.length; at += CLIENTS_AT_ONCE) {
    const some = ids.slice(at, at + CLIENTS_AT_ONCE);
    const found = new Map((await clients.some(some)).map((client) => [client.id, client]));
    for (const id of some) {
      const known = found.get(id);
      const client = known && sees(actor, known) && !known.deletedAt ? known : null;
      frozen.push(client ? [id, client.version, markOf(client, change)] : [id, 0]);
      seen.push({ client, foreseen: foresee(client, change) });
    }
  }
  return { frozen, preview: previewOf(seen) };
}

function previewOf(seen: readonly { client: Client | null; foreseen: Foreseen }[]): BulkPreview {
  const owners = new Map<UserId, BulkPreview['owners'][number]>();
  const skipped = new Map<string, BulkPreview['skipped'][number]>();
  for (const { client, foreseen } of seen) {
    if (client && foreseen.outcome === 'ok') {
      const owner = owners.get(client.ownerId) ?? {
        userId: client.ownerId,
        name: client.ownerName,
        clients: 0,
      };
      owners.set(client.ownerId, { ...owner, clients: owner.clients + 1 });
    }
    if (foreseen.outcome !== 'ok') {
      const key = `${foreseen.outcome} ${foreseen.code}`;
      const reason = skipped.get(key) ?? { ...foreseen, clients: 0 };
      skipped.set(key, { ...reason, clients: reason.clients + 1 });
    }
  }
  const mostFirst = (a: { clients: number }, b: { clients: number }) => b.clients - a.clients;
  return {
    tally: add(
      noTally,
      seen.map(({ foreseen }) => foreseen.outcome),
    ),
    skipped: [...skipped.values()].sort(mostFirst),
    owners: [...owners.values()].sort(mostFirst).slice(0, OWNERS),
  };
}
