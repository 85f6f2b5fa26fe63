import { stamp } from '#contracts/actor.ts';
import { dayAfter } from '#contracts/days.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type {
  AccountTeam,
  KeptPlace,
  MemberPlace,
  TeamPlace,
  TeamPlaceCreate,
  TeamPlacePatch,
} from '#contracts/schemas/account-team.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Member } from '#contracts/schemas/member.ts';
import { teamRoles } from '#contracts/team-roles.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { defined, nextVersion } from './records.ts';
import { sees } from './view-scope.ts';
import type { WorkspaceReader } from './workspaces.ts';

export interface AccountTeamReader {
  get(clientId: ClientId, userId: UserId): Promise<KeptPlace | null>;
  ofClient(clientId: ClientId): Promise<KeptPlace[]>;
  /** The places of a member at all clients, in the trash too. */
  ofMember(userId: UserId, page: PageRequest): Promise<Page<KeptPlace>>;
}

export interface AccountTeamWriter {
  /**
   * @throws {Refusal} `already_on_team`; `validation_failed` when the member may not come in any more by then
   */
  create(place: KeptPlace, answer: TeamPlace): Promise<void>;
  /** @throws {Refusal} `version_conflict` */
  update(before: KeptPlace, after: KeptPlace, answer: TeamPlace): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(before: KeptPlace, tombstone: KeptPlace): Promise<void>;
  /** Ends a place and begins another one at the same client, at once. @throws {Refusal} as both do */
  pass(before: KeptPlace, tombstone: KeptPlace, heir: KeptPlace): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; members: MemberReader; accountTeam: AccountTeamReader }>;
type Removing = Deps<{ clients: ClientReader; accountTeam: AccountTeamReader & AccountTeamWriter }>;
type Writing = Deps<{
  clients: ClientReader;
  members: MemberReader;
  workspaces: WorkspaceReader;
  accountTeam: AccountTeamReader & AccountTeamWriter;
}>;

/** As many are on a team; two who are put there at once may make it one more. */
const TEAM_AT_MOST = 30;

/**
 * The account team of a client that this actor may see, by role and then by name.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId): Promise<AccountTeam> {
  const { data } = deps;
  const client = await getClient(deps, clientId);
  const places = await data.accountTeam.ofClient(clientId);
  if (places.length === 0) return { data: [] };
  const found = await data.members.some(places.map(({ userId }) => userId));
  const members = new Map(found.map((member) => [member.userId, member]));
  return {
    data: places.map((place) => shown(deps, client, place, members.get(place.userId))).sort(byRole),
  };
}

const byRole = (a: TeamPlace, b: TeamPlace): number =>
  teamRoles.indexOf(a.role) - teamRoles.indexOf(b.role) || a.memberName.localeCompare(b.memberName);

/**
 * Puts an active member who may see clients on the team; it makes nobody see this one.
 * @throws {Refusal} `not_found`, `already_on_team`, `validation_failed`
 */
export async function create(
  deps: Writing,
  clientId: ClientId,
  { userId, role, since }: TeamPlaceCreate,
): Promise<TeamPlace> {
  const { actor, clock, ids, data } = deps;
  const client = await getClient(deps, clientId);
  if (client.ownerId === userId) throw isOwner();
  const member = await data.members.get(userId);
  if (!member || !mayJoin(deps, member)) throw noAccess();
  if ((await data.accountTeam.ofClient(clientId)).length >= TEAM_AT_MOST) {
    throw invalidField('/userId', 'too_many', `is one too many: a team has ${TEAM_AT_MOST} members at most`);
  }
  const now = clock.now();
  const today = await todayOf(deps);
  if (since) assertBegun(since, today);
  const place: KeptPlace = {
    id: ids.next('account_team'),
    version: 1,
    clientId,
    userId,
    memberName: member.name,
    role,
    since: since ?? today,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  const answer = shown(deps, client, place, member);
  await data.accountTeam.create(place, answer);
  return answer;
}

/**
 * Changes what a member does on the team, or since when.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for a day to come
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  userId: UserId,
  patch: TeamPlacePatch,
  expected: number,
): Promise<TeamPlace> {
  const { data } = deps;
  const client = await getClient(deps, clientId);
  const before = await find(deps, clientId, userId, expected);
  if (patch.since && patch.since !== before.since) assertBegun(patch.since, await todayOf(deps));
  const after = nextVersion(deps, before, { ...before, ...defined(patch) });
  const answer = shown(deps, client, after, (await data.members.get(userId)) ?? undefined);
  if (after !== before) await data.accountTeam.update(before, after, answer);
  return answer;
}

/**
 * Takes a member off the team.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function remove(
  deps: Removing,
  clientId: ClientId,
  userId: UserId,
  expected: number,
): Promise<void> {
  await getClient(deps, clientId);
  const before = await find(deps, clientId, userId, expected);
  await deps.data.accountTeam.remove(before, tombstoneOf(deps, before));
}

/**
 * The places of a member at clients that the asker sees and that are not in the trash: a page may hold fewer
 * than were asked for.
 */
export async function ofMember(
  deps: Deps<{ clients: ClientReader; accountTeam: AccountTeamReader }>,
  userId: UserId,
  page: PageRequest,
): Promise<Page<MemberPlace>> {
  const { actor } = deps;
  const places = await deps.data.accountTeam.ofMember(userId, page);
  const clients = await clientsOf(deps, places.data);
  return {
    ...places,
    data: places.data.flatMap((place) => {
      const client = clients.get(place.clientId);
      const isShown = client && !client.deletedAt && sees(actor, client);
      return isShown ? [{ ...place, clientName: client.name }] : [];
    }),
  };
}

/** Whoever is named cannot be on a team. */
export const noAccess = () =>
  invalidField('/userId', 'assignee_no_access', 'must be an active member who may see clients');

/** The owner stands above the team. */
const isOwner = () => invalidField('/userId', 'is_owner', 'owns this client already');

/** Nobody is on a team twice. */
export const alreadyOnTeam = () =>
  new Refusal('already_on_team', {
    errors: [{ pointer: '/userId', code: 'already_on_team', message: 'is on this team already' }],
  });

const mayJoin = ({ actor }: Pick<Reading, 'actor'>, { role, status }: Member): boolean =>
  status === 'active' && permissionsOf(role, actor.roles).has('clients.view');

function shown(deps: Pick<Reading, 'actor'>, client: Client, place: KeptPlace, member?: Member): TeamPlace {
  const { roles, features } = deps.actor;
  const seesClient =
    member !== undefined &&
    mayJoin(deps, member) &&
    sees({ userId: member.userId, permissions: permissionsOf(member.role, roles), features }, client);
  return { ...place, status: member?.status ?? 'disabled', seesClient };
}

/** What is left of a place for the timeline, until its item is gone. */
export function tombstoneOf(
  { actor, clock }: Pick<Writing, 'actor' | 'clock'>,
  before: KeptPlace,
): KeptPlace {
  return { ...before, version: before.version + 1, updatedAt: clock.now(), updatedBy: stamp(actor) };
}

/** The clients of some places, as far as they are there. */
export async function clientsOf(
  { data }: { data: { clients: ClientReader } },
  places: readonly KeptPlace[],
): Promise<ReadonlyMap<ClientId, Client>> {
  const clients = places.length > 0 ? await data.clients.some(places.map(({ clientId }) => clientId)) : [];
  return new Map(clients.map((client) => [client.id, client]));
}

const todayOf = async ({ clock, data }: Pick<Writing, 'clock' | 'data'>) =>
  dayIn(zoneOf(await data.workspaces.get()), clock.now());

/** Nobody has been on a team since a day to come; east of the workspace it may be the next day already. */
function assertBegun(since: string, today: string): void {
  if (since <= dayAfter(today)) return;
  throw invalidField('/since', 'in_future', 'must not be a day to come');
}

async function find({ data }: Pick<Removing, 'data'>, clientId: ClientId, userId: UserId, expected: number) {
  const place = await data.accountTeam.get(clientId, userId);
  if (!place) throw notFound('not on the team of this client');
  if (place.version !== expected) throw versionConflict(place);
  return place;
}
