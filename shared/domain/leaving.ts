import { type ErrorCode, invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { KeptPlace } from '#contracts/schemas/account-team.ts';
import type { HandoverProgress, Member, MemberPatch } from '#contracts/schemas/member.ts';
import { type AccountTeamReader, type AccountTeamWriter, clientsOf, tombstoneOf } from './account-team.ts';
import type { ClientLister } from './client-lists.ts';
import { type ClientReader, type ClientWriter, giveTo } from './clients.ts';
import type { Deps } from './deps.ts';
import { type FollowUpReader, type FollowUpWriter, handOn } from './follow-ups.ts';
import {
  assertWithin,
  current,
  type MemberReader,
  type MemberWriter,
  mayOwn,
  type Owner,
  resolveOwner,
  update,
} from './members.ts';
import { defined } from './records.ts';
import { handOnRequirements } from './requirement-handover.ts';
import type { RequirementReader, RequirementWriter } from './requirements.ts';

/** Takes a member out, here and in the directory. */
export interface Leaving {
  /** @throws {Refusal} `version_conflict` */
  leave(member: Member): Promise<void>;
}

/** Clients, or follow-ups, that one call of a handover moves. */
const BATCH = 20;
/** Requirements that one call moves: each is as long as its evidence. */
const REQUIREMENTS = 10;
/** Places on teams: each costs two calls of the table. */
const PLACES = 15;

/**
 * Makes another member the owner of this one's clients, then of his open follow-ups, then responsible for his
 * part of compliance, then gives him the places on teams, some at a time; what somebody else changes meanwhile waits for the next call.
 * @throws {Refusal} `not_found`, `validation_failed` for a successor who cannot own
 */
export async function handOver(
  deps: Deps<{
    members: MemberReader;
    clients: ClientReader & ClientWriter & ClientLister;
    followUps: FollowUpReader & FollowUpWriter;
    requirements: RequirementReader & RequirementWriter;
    accountTeam: AccountTeamReader & AccountTeamWriter;
  }>,
  userId: UserId,
  to: UserId,
): Promise<HandoverProgress> {
  const { data } = deps;
  const member = await data.members.get(userId);
  if (!member) throw notFound('no such member');
  if (to === userId) throw invalidField('/to', 'unknown_owner', 'must be somebody else');
  const owner = await resolveOwner(deps, to, '/to');
  const owned = await ownedBy(data, userId, BATCH + 1);
  // Only where no client is left: whoever owns a client by then can take what is owed to it.
  if (owned.length === 0) {
    const owed = await handOn(deps, userId, to, BATCH);
    if (owed.moved > 0) return { moved: owed.moved, left: owed.left || (await holdsAny(data, userId)) };
    const met = owed.left ? owed : await handOnRequirements(deps, userId, to, REQUIREMENTS);
    if (met.moved === 0 && !met.left) return passOn(deps, userId, owner, PLACES);
    return { moved: met.moved, left: met.left || (await isOnTeam(data, userId)) };
  }
  let moved = 0;
  for (const clientId of owned.slice(0, BATCH)) moved += (await giveTo(deps, clientId, owner)) ? 1 : 0;
  const left = owned.length > moved || (await owesAny(data, userId)) || (await holdsAny(data, userId));
  return { moved, left };
}

/** Whether he has a part of compliance, or a place on a team. */
const holdsAny = async (
  data: { requirements: RequirementReader; accountTeam: AccountTeamReader },
  userId: UserId,
): Promise<boolean> => (await isResponsible(data, userId)) || (await isOnTeam(data, userId));

/**
 * Changes the role of a member, or whether he may come in. Whoever owns clients and could not from then on hands
 * them over with the change: he is out at once, and the first of them are the successor's with the answer.
 * @throws {Refusal} `owns_clients` with their number where no successor is named, `validation_failed` for one who
 *   cannot own, and all that `update` throws
 */
export async function change(
  deps: Deps<Parameters<typeof handOver>[0]['data'] & { members: MemberReader & MemberWriter }>,
  userId: UserId,
  { handOverTo, ...patch }: MemberPatch,
  expected: number,
): Promise<Member> {
  const { actor, data } = deps;
  const before = await current(deps, userId, expected);
  const after = { ...before, ...defined(patch) };
  const stopsOwning = mayOwn(before, actor.roles) && !mayOwn(after, actor.roles);
  const isOwner = stopsOwning && (await ownedBy(data, userId, 1)).length > 0;
  if (!isOwner) return update(deps, userId, patch, expected);
  if (!handOverTo) {
    const { active, pending, inactive } = await data.clients.countsOf(userId, 'owned');
    throw new Refusal('owns_clients', {
      detail: `${before.name} owns clients. Say who takes them over.`,
      extra: { clients: active + pending + inactive },
    });
  }
  if (handOverTo === userId) throw invalidField('/handOverTo', 'unknown_owner', 'must be somebody else');
  await resolveOwner(deps, handOverTo, '/handOverTo');
  const changed = await update(deps, userId, patch, expected);
  await handOver(deps, userId, handOverTo);
  return changed;
}

/**
 * Removes a disabled member who owns no client, owes nothing to one, sees to no compliance and is on no team.
 * @throws {Refusal} `not_found`, `version_conflict`, `escalation`, `invalid_transition` while he may still
 *   come in, `owns_clients`, `owes_follow_ups`, `responsible_for_compliance`, `on_account_teams`
 */
export async function remove(
  deps: Deps<{
    members: MemberReader;
    clients: ClientLister;
    followUps: FollowUpReader;
    requirements: RequirementReader;
    accountTeam: AccountTeamReader;
  }> & { leaving: Leaving },
  userId: UserId,
  expected: number,
): Promise<void> {
  const { actor, data, leaving } = deps;
  const member = await current(deps, userId, expected);
  assertWithin(actor, permissionsOf(member.role, actor.roles));
  if (member.status === 'active') {
    // While he may come in, clients can be given to him between the look and the removal.
    throw new Refusal('invalid_transition', {
      detail: 'Disable the member first.',
      extra: { from: 'active', allowed: ['disabled'] },
    });
  }
  if ((await ownedBy(data, userId, 1)).length > 0) {
    throw new Refusal('owns_clients', { detail: `${member.name} owns clients. Hand them over first.` });
  }
  if (await owesAny(data, userId)) {
    throw new Refusal('owes_follow_ups', {
      detail: `${member.name} owes follow-ups. Hand them over to somebody who sees the clients first.`,
    });
  }
  if (await isResponsible(data, userId)) {
    throw new Refusal('responsible_for_compliance', {
      detail: `${member.name} is responsible for what clients have to meet. Hand it over first.`,
    });
  }
  if (await isOnTeam(data, userId)) {
    throw new Refusal('on_account_teams', {
      detail: `${member.name} is on account teams. Hand the places over first.`,
    });
  }
  await leaving.leave(member);
}

const owesAny = async (data: { followUps: FollowUpReader }, userId: UserId): Promise<boolean> =>
  (await data.followUps.ofOwner(userId, null, { limit: 1 })).data.length > 0;

const isResponsible = async (data: { requirements: RequirementReader }, userId: UserId): Promise<boolean> => {
  const { data: held, page } = await data.requirements.ofOwner(userId, { limit: 1 });
  return held.length > 0 || page.next !== null;
};

const isOnTeam = async (data: { accountTeam: AccountTeamReader }, userId: UserId): Promise<boolean> =>
  (await data.accountTeam.ofMember(userId, { limit: 1 })).data.length > 0;

/** Live clients first, then those in the trash. */
async function ownedBy(data: { clients: ClientLister }, ownerId: UserId, limit: number): Promise<ClientId[]> {
  const pages = await Promise.all(
    (['clients', 'trash'] as const).map((shelf) =>
      data.clients.list({ shelf, ownerId, sort: 'name' }, { limit }),
    ),
  );
  return pages.flatMap((page) => page.data.map(({ id }) => id)).slice(0, limit);
}

/**
 * Gives the places of somebody who leaves to a successor, each with its role; where he is on the team himself,
 * and at clients that are gone, the place just ends. What somebody else changes meanwhile stays.
 * @returns how many were given or ended, and whether there are more
 */
async function passOn(
  deps: Deps<{ clients: ClientReader; accountTeam: AccountTeamReader & AccountTeamWriter }>,
  from: UserId,
  { ownerId: to, ownerName }: Owner,
  limit: number,
): Promise<{ moved: number; left: boolean }> {
  const { data, ids } = deps;
  const places = await data.accountTeam.ofMember(from, { limit });
  const clients = await clientsOf(deps, places.data);
  let moved = 0;
  for (const before of places.data) {
    const tombstone = tombstoneOf(deps, before);
    const { updatedAt, updatedBy } = tombstone;
    const heir: KeptPlace = {
      ...before,
      id: ids.next('account_team'),
      version: 1,
      userId: to,
      memberName: ownerName,
      since: updatedAt.slice(0, 10),
      createdAt: updatedAt,
      updatedAt,
      updatedBy,
    };
    const isTaken =
      clients.has(before.clientId) &&
      (await overcome(
        () => data.accountTeam.pass(before, tombstone, heir),
        ['already_on_team', 'version_conflict'],
      ));
    if (isTaken || (await overcome(() => data.accountTeam.remove(before, tombstone), ['version_conflict']))) {
      moved += 1;
    }
  }
  return { moved, left: places.page.next !== null || moved < places.data.length };
}

/** Whether a step went through; only the refusals that are foreseen say no. */
async function overcome(step: () => Promise<void>, foreseen: readonly ErrorCode[]): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (error instanceof Refusal && foreseen.includes(error.code)) return false;
    throw error;
  }
}
