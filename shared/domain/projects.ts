import { type StaffActor, stamp } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, ProjectId, UserId } from '#contracts/ids.ts';
import { PAGE_SIZE, type Page, type PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Project, ProjectCreate, ProjectPatch, ProjectStatus } from '#contracts/schemas/project.ts';
import { type Relinking, relink, type SightReader } from './client-sights.ts';
import { type ClientReader, get as getClient, versionConflict, withFreshClient } from './clients.ts';
import type { Deps } from './deps.ts';
import { type MemberReader, resolveMembers } from './members.ts';
import { assertHolds } from './permissions.ts';
import { defined, nextVersion } from './records.ts';

export interface ProjectReader {
  get(clientId: ClientId, projectId: ProjectId): Promise<Project | null>;
  /** The projects of a client, oldest first. */
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<Project>>;
  /** Those of these projects that are there, in the order of their ids; at most a hundred. */
  some(clientId: ClientId, projectIds: readonly ProjectId[]): Promise<Project[]>;
  /** Every project of the workspace that this member is in, of clients in the trash too. */
  ofMember(userId: UserId): Promise<Project[]>;
}

/** What follows from a change of members commits with it. Each throws `CLIENT_MOVED` when the client is another by then. */
export interface ProjectWriter {
  /** @throws {Refusal} `name_taken` within the client */
  create(project: Project, links: Relinking | null): Promise<void>;
  /** @throws {Refusal} `name_taken`, `version_conflict` */
  update(before: Project, after: Project, links: Relinking | null): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(before: Project, tombstone: Project, links: Relinking | null): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; projects: ProjectReader; sights: SightReader }>;
type Writing = Deps<{
  clients: ClientReader;
  projects: ProjectReader & ProjectWriter;
  sights: SightReader;
  members: MemberReader;
}>;

/**
 * Begins a project of a client that this actor may see. He is its only member unless it names others.
 * @throws {Refusal} `not_found`, `name_taken`, `validation_failed` for days in the wrong order or for members
 */
export async function create(deps: Writing, clientId: ClientId, input: ProjectCreate): Promise<Project> {
  const { actor, clock, ids, data } = deps;
  const now = clock.now();
  const memberIds = input.memberIds ? [...input.memberIds].sort() : [actor.userId];
  const project: Project = {
    id: ids.next('project'),
    version: 1,
    clientId,
    name: input.name,
    description: input.description ?? null,
    status: input.status ?? 'planning',
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    memberIds,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  assertDays(project);
  return withFreshClient(deps, clientId, async (client) => {
    await resolveMembers(deps, memberIds);
    const links = await relink(deps, client, project.id, { before: [], after: memberIds });
    await data.projects.create(project, links);
    return project;
  });
}

/**
 * One project of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId, projectId: ProjectId): Promise<Project> {
  return find(deps, await getClient(deps, clientId), projectId);
}

/**
 * The projects of a client that this actor may see, oldest first.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId, page: PageRequest): Promise<Page<Project>> {
  const client = await getClient(deps, clientId);
  const within = await scope(deps, client);
  if (within === 'all') return deps.data.projects.ofClient(clientId, page);
  const { cursor, limit = PAGE_SIZE } = page;
  const left = [...within].sort().filter((projectId) => !cursor || projectId > cursor);
  const wanted = left.slice(0, limit);
  const data = wanted.length > 0 ? await deps.data.projects.some(clientId, wanted) : [];
  return { data, page: { next: left.length > limit ? (wanted.at(-1) ?? null) : null } };
}

/**
 * Changes the fields that the patch names. Who newly joins must be an active member of the workspace.
 * @throws {Refusal} `not_found`, `version_conflict`, `name_taken`, `validation_failed`, `invalid_transition`,
 * `forbidden` to open a closed project without the key
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  projectId: ProjectId,
  { memberIds, ...patch }: ProjectPatch,
  expected: number,
): Promise<Project> {
  return withFreshClient(deps, clientId, async (client) => {
    const before = await find(deps, client, projectId, expected);
    const members = memberIds && { memberIds: [...memberIds].sort() };
    const after = nextVersion(deps, before, { ...before, ...defined(patch), ...members });
    if (after === before) return before;
    assertMove(deps.actor, before.status, after.status);
    assertDays(after);
    await resolveMembers(
      deps,
      after.memberIds.filter((userId) => !before.memberIds.includes(userId)),
    );
    const links = await relink(deps, client, projectId, { before: before.memberIds, after: after.memberIds });
    await deps.data.projects.update(before, after, links);
    return after;
  });
}

/**
 * Removes a project, and with it the links it was to its client.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  projectId: ProjectId,
  expected: number,
): Promise<void> {
  await withFreshClient(deps, clientId, async (client) => {
    const before = await find(deps, client, projectId, expected);
    const { actor, clock } = deps;
    const [version, updatedAt] = [before.version + 1, clock.now()];
    const tombstone = { ...before, version, updatedAt, updatedBy: stamp(actor) };
    const links = await relink(deps, client, projectId, { before: before.memberIds, after: [] });
    await deps.data.projects.remove(before, tombstone, links);
  });
}

/** Which projects of a client an actor who sees it may know of. Without `projects.view_all` or the client: his own. */
export async function scope(
  { actor, data }: Pick<Deps<{ sights: SightReader }>, 'actor' | 'data'>,
  client: Client,
): Promise<'all' | ReadonlySet<ProjectId>> {
  if (!actor.permissions.has('projects.view')) return new Set();
  if (seesAll(actor, client)) return 'all';
  const linked = await data.sights.projectsOf(client.id, [actor.userId]);
  return linked.get(actor.userId) ?? new Set();
}

/** Whether an actor who sees a client knows of a project of it, as far as the project itself decides that. */
export const seesProject = (actor: StaffActor, client: Client, { memberIds }: Pick<Project, 'memberIds'>) =>
  seesAll(actor, client) || memberIds.includes(actor.userId);

const seesAll = (actor: StaffActor, client: Client) =>
  actor.permissions.has('projects.view_all') || client.ownerId === actor.userId;

async function find(
  { actor, data }: Pick<Reading, 'actor' | 'data'>,
  client: Client,
  projectId: ProjectId,
  expected?: number,
): Promise<Project> {
  const project = await data.projects.get(client.id, projectId);
  if (!project) throw notFound('no such project of this client');
  if (!seesProject(actor, client, project)) {
    throw notFound('project is out of the view scope');
  }
  if (expected !== undefined && project.version !== expected) throw versionConflict(project);
  return project;
}

/** State machine 3: an open project goes anywhere, a closed one only back to active. */
const closed: ReadonlySet<ProjectStatus> = new Set(['completed', 'cancelled']);

function assertMove(actor: StaffActor, from: ProjectStatus, to: ProjectStatus): void {
  if (from === to || !closed.has(from)) return;
  if (to !== 'active') {
    throw new Refusal('invalid_transition', {
      detail: `A project that is ${from} can only become active again.`,
      extra: { from, allowed: ['active'] },
    });
  }
  assertHolds(actor, 'projects.reopen');
}

function assertDays({ startsOn, endsOn }: Project): void {
  if (startsOn && endsOn && endsOn < startsOn) {
    throw invalidField('/endsOn', 'before_start', 'must not be before the start');
  }
}
