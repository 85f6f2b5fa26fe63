import { invalidField } from '#contracts/errors.ts';
import type { ClientId, ProjectId, UserId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { MOST_MEMBERS } from '#contracts/schemas/project.ts';
import type { Deps } from './deps.ts';

export interface SightReader {
  /** Through which projects of a client these members are linked to it; who is not linked is absent. */
  projectsOf(
    clientId: ClientId,
    userIds: readonly UserId[],
  ): Promise<ReadonlyMap<UserId, ReadonlySet<ProjectId>>>;
}

/** What a change of a project's members means for who sees its client. */
export interface Relinking {
  projectId: ProjectId;
  before: Client;
  /** The client with the links it will have; its version stays. */
  after: Client;
  /** Linked from now on, and no longer. */
  gained: readonly UserId[];
  lost: readonly UserId[];
  /** Linked before and after, through one project more or fewer. */
  more: readonly UserId[];
  fewer: readonly UserId[];
}

/** Members that may come and go in one change: each is two writes, and a transaction takes a hundred. */
const MOST_CHANGES = 40;

/**
 * Who gains and who loses sight of a client when the members of one of its projects change; null when they
 * stay.
 * @throws {Refusal} `validation_failed` at `/memberIds` for more links than a client may have, or than fit one change
 */
export async function relink(
  { data }: Pick<Deps<{ sights: SightReader }>, 'data'>,
  client: Client,
  projectId: ProjectId,
  members: { before: readonly UserId[]; after: readonly UserId[] },
): Promise<Relinking | null> {
  const added = members.after.filter((userId) => !members.before.includes(userId));
  const removed = members.before.filter((userId) => !members.after.includes(userId));
  if (added.length + removed.length === 0) return null;
  if (added.length + removed.length > MOST_CHANGES) {
    const message = `changes more than ${MOST_CHANGES} members at once; do it in two steps`;
    throw invalidField('/memberIds', 'too_many_changes', message);
  }
  const linked = await (removed.length > 0 ? data.sights.projectsOf(client.id, removed) : new Map());
  const isLast = (userId: UserId) =>
    [...(linked.get(userId) ?? [])].every((through) => through === projectId);
  const isLinked = (userId: UserId) => client.linkedIds.includes(userId);
  const [gained, lost] = [added.filter((userId) => !isLinked(userId)), removed.filter(isLast)];
  const linkedIds = [...client.linkedIds.filter((userId) => !lost.includes(userId)), ...gained].sort();
  if (linkedIds.length > MOST_MEMBERS && gained.length > 0) {
    const message = `would link more than ${MOST_MEMBERS} members to this client, all its projects together`;
    throw invalidField('/memberIds', 'too_many_links', message);
  }
  return {
    projectId,
    before: client,
    after: { ...client, linkedIds },
    gained,
    lost,
    more: added.filter(isLinked),
    fewer: removed.filter((userId) => !lost.includes(userId)),
  };
}
