import { Refusal } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Member } from '#contracts/schemas/member.ts';
import type { KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { nextVersion } from './records.ts';
import { remindingOf } from './reminders.ts';
import type { RequirementReader, RequirementWriter } from './requirements.ts';
import { sees } from './view-scope.ts';

type Handing = Deps<{
  clients: ClientReader;
  members: MemberReader;
  requirements: RequirementReader & RequirementWriter;
}>;

/**
 * Makes a successor responsible for what somebody has to see to, or, where he may not know of it, the client's
 * owner; what neither of them can take, or somebody else changes meanwhile, stays.
 * @returns how many were given, and whether there are more
 */
export async function handOnRequirements(
  deps: Handing,
  from: UserId,
  to: UserId,
  limit: number,
): Promise<{ moved: number; left: boolean }> {
  const { data } = deps;
  const held = await data.requirements.ofOwner(from, { limit });
  const clientIds = [...new Set(held.data.map(({ clientId }) => clientId))];
  const clients = clientIds.length > 0 ? await data.clients.some(clientIds) : [];
  const wanted = new Set([to, ...clients.map(({ ownerId }) => ownerId)]);
  const members = held.data.length > 0 ? await data.members.some([...wanted]) : [];
  let moved = 0;
  for (const before of held.data) {
    const client = clients.find(({ id }) => id === before.clientId);
    const heir = [to, client?.ownerId]
      .filter((userId) => userId !== from)
      .flatMap((userId) => members.find((member) => member.userId === userId) ?? [])
      .find((member) => client && maySeeTo(deps, member, client));
    if (heir && (await give(deps, before, heir))) moved += 1;
  }
  return { moved, left: held.page.next !== null || moved < held.data.length };
}

async function give(deps: Handing, before: KeptRequirement, { userId, name }: Member): Promise<boolean> {
  const after = nextVersion(deps, before, { ...before, ownerId: userId, ownerName: name });
  try {
    const reminding = { kind: 'kept', reminder: remindingOf(after) } as const;
    await deps.data.requirements.update(before, after, reminding, null);
    return true;
  } catch (error) {
    const isExpected =
      error instanceof Refusal && ['version_conflict', 'validation_failed'].includes(error.code);
    if (isExpected) return false;
    throw error;
  }
}

/** Whether somebody may know of what a client has to meet: the same that is asked before he is reminded of it. */
function maySeeTo({ actor }: Handing, { userId, role, status }: Member, client: Client): boolean {
  const permissions = permissionsOf(role, actor.roles);
  const { features } = actor;
  return (
    status === 'active' &&
    permissions.has('clients.view') &&
    permissions.has('compliance.view') &&
    sees({ userId, permissions, features }, client)
  );
}
