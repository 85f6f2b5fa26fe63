import type { StaffActor, SystemActor } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Job } from '#contracts/jobs.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client, TrashRow } from '#contracts/schemas/client.ts';
import type { ClientLister } from './client-lists.ts';
import { assertVersion, type ClientReader, find } from './clients.ts';
import type { Clock, Deps } from './deps.ts';
import type { Jobs } from './jobs.ts';
import type { Tombstone } from './merge-store.ts';
import { nextVersion } from './records.ts';
import { sightOf } from './view-scope.ts';

/**
 * A client as it is kept. A destroyed one is there until all that hangs on it is removed: a headstone that
 * nobody sees, so that the work can be taken up again wherever it was broken off.
 */
export type KeptClient = Client & {
  destroyedAt: string | null;
  /** Where it points to, once it was merged into another one. */
  merged?: Tombstone | null;
};

export interface TrashReader {
  /** The client in any state, or null when nothing of it is left. */
  kept(clientId: ClientId): Promise<KeptClient | null>;
  /** Clients whose days in the trash are over by this day, and destroyed ones that are still there. */
  due(day: string, page: PageRequest): Promise<Page<ClientId>>;
}

export interface TrashWriter {
  /** Turns a client of the trash into a headstone and frees its code. @throws {Refusal} `version_conflict` */
  destroy(before: Client, headstone: KeptClient): Promise<void>;
}

/** Takes away what hangs on a destroyed client. Every step may be repeated. */
export interface Sweeper {
  kept: TrashReader['kept'];
  /** Removes a bounded number of things; false when there was nothing left to remove. */
  sweep(clientId: ClientId): Promise<boolean>;
  /** Removes the headstone. */
  bury(clientId: ClientId): Promise<void>;
}

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** The day (UTC) on which a client leaves the trash for ever: the first that begins after thirty whole days. */
export const purgeOn = (deletedAt: string): string =>
  new Date(Date.parse(deletedAt) + (KEPT_DAYS + 1) * DAY_MS).toISOString().slice(0, 10);

/** The day (UTC) on which the daily purge looks at a client; a dash when it need not. */
export const dueOn = ({
  deletedAt,
  destroyedAt,
  merged,
}: Pick<KeptClient, 'deletedAt' | 'destroyedAt' | 'merged'>): string => {
  if (destroyedAt) return destroyedAt.slice(0, 10);
  if (merged) return merged.settled ? '-' : merged.mergedAt.slice(0, 10);
  return deletedAt ? purgeOn(deletedAt) : '-';
};

/** A page of the trash, by name, as far as this actor sees, with the day on which each client goes. */
export async function list(
  { actor, data }: Deps<{ clients: ClientLister }>,
  page: PageRequest,
): Promise<Page<TrashRow>> {
  const sight = sightOf(actor);
  const found =
    sight === 'linked'
      ? await data.clients.listSeen(actor.userId, { shelf: 'trash' }, page)
      : await data.clients.list(
          { shelf: 'trash', ownerId: sight === 'all' ? undefined : actor.userId, sort: 'name' },
          page,
        );
  return {
    ...found,
    data: found.data.map((row) => ({ ...row, purgeOn: purgeOn(row.deletedAt ?? row.createdAt) })),
  };
}

type Destroying = Deps<{ clients: ClientReader; trash: TrashWriter }> & { jobs: Jobs };

/**
 * Deletes a client of the trash for ever. It is gone for everybody at once; what hangs on it is removed by a
 * job. Should the job be lost, the daily purge sends it again: the answer does not depend on the queue.
 * @throws {Refusal} `not_found` for one that is not in the trash, `version_conflict`
 */
export async function destroy(deps: Destroying, clientId: ClientId, expected: number): Promise<void> {
  const before = await find(deps, clientId);
  if (!before.deletedAt) throw notFound('client is not in the trash');
  assertVersion(before, expected);
  await deps.data.trash.destroy(before, headstone(deps, before));
  await deps.jobs
    .send({ kind: 'client.destroy', workspaceId: deps.actor.workspaceId, clientId })
    .catch(() => undefined);
}

/** The last version of a client: without its code, which somebody else may now take, and out of its family. */
export function headstone(
  deps: { actor: StaffActor | SystemActor; clock: Clock },
  before: Client,
): KeptClient {
  const changed = { ...before, code: null, parentId: null, destroyedAt: deps.clock.now() };
  return nextVersion<KeptClient>(deps, { ...before, destroyedAt: null }, changed);
}

interface Purging {
  clock: Clock;
  jobs: Jobs;
  data: { trash: TrashReader & TrashWriter };
}

/** Who empties the trash when its time has come. */
export const purger: SystemActor = { type: 'system', name: 'Foyer' };

/**
 * Destroys the clients of a workspace that were in the trash for thirty days, and sends the jobs of those that
 * were destroyed and are still there, or merged and not looked through since. Repeating it does no harm.
 * @returns how many jobs were sent
 */
export async function purge({ clock, jobs, data }: Purging, workspaceId: WorkspaceId): Promise<number> {
  const today = clock.now().slice(0, 10);
  let sent = 0;
  for (let cursor: string | null = null; ; ) {
    const { data: due, page } = await data.trash.due(today, { cursor: cursor ?? undefined });
    for (const clientId of due) {
      const job = await jobOf(clientId);
      if (!job) continue;
      await jobs.send(job);
      sent += 1;
    }
    if (page.next === null) return sent;
    cursor = page.next;
  }

  /** What is to be done with a client: an index lags, and somebody may just have brought it back. */
  async function jobOf(clientId: ClientId): Promise<Job | null> {
    const client = await data.trash.kept(clientId);
    if (!client || dueOn(client) === '-' || dueOn(client) > today) return null;
    const destroying: Job = { kind: 'client.destroy', workspaceId, clientId };
    if (client.destroyedAt) return destroying;
    if (client.merged) {
      const { mergedInto, mergeId } = client.merged;
      return { kind: 'merge.proceed', workspaceId, clientId: mergedInto, mergeId };
    }
    const { destroyedAt: _, ...before } = client;
    try {
      await data.trash.destroy(before, headstone({ actor: purger, clock }, before));
      return destroying;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version_conflict') return null;
      throw error;
    }
  }
}

/**
 * Removes what hangs on a destroyed client, and at last the client.
 * @returns false when time ran out before the end: the job is to be sent again
 */
export async function sweep(sweeper: Sweeper, clientId: ClientId, hasTime: () => boolean): Promise<boolean> {
  const client = await sweeper.kept(clientId);
  // Done before, or a message of somebody who is mistaken: nobody loses a client by a message.
  if (!client?.destroyedAt) return true;
  while (hasTime()) {
    if (await sweeper.sweep(clientId)) continue;
    await sweeper.bury(clientId);
    return true;
  }
  return false;
}
