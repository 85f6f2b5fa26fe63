import type { ActorStamp } from '#contracts/actor.ts';
import type { Entitlements } from '#contracts/entitlements.ts';
import { invalidField, Refusal } from '#contracts/errors.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { allEnabled, type Module } from '#contracts/modules.ts';
import { FIRST_PLAN, pin } from '#contracts/offers.ts';
import type { KeptRoles } from '#contracts/roles.ts';
import type { Member } from '#contracts/schemas/member.ts';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';
import type { StaffSignUp } from '#contracts/schemas/session.ts';
import { SLUG_HOURS, type WorkspacePatch, type WorkspaceSettings } from '#contracts/schemas/workspace.ts';
import type { Clock, Deps, Ids } from './deps.ts';
import { type OfferReader, offerOf } from './offers.ts';
import { defined, nextVersion } from './records.ts';

/** A tenant: everything else belongs to exactly one. */
export interface Workspace {
  id: WorkspaceId;
  /** Rises with every change of name, roles, plan or modules; part of everybody's access version. */
  version: number;
  name: string;
  /** Lower-case and unique in the installation: the portal answers at it. */
  slug: string;
  status: 'active' | 'suspended';
  timeZone: string;
  locale: string;
  currency: string;
  /** What overtime costs where a rate does not say; a workspace begins by blocking it. */
  overtimePolicy?: OvertimePolicy | undefined;
  entitlements: Entitlements;
  /** When a module was put away. */
  parkedAt: Partial<Record<Module, string>>;
  roles: KeptRoles;
  createdAt: string;
  updatedAt: string;
  updatedBy: ActorStamp;
}

/** A person of staff as the pool knows him. */
export interface Person {
  userId: UserId;
  name: string;
  email: string;
}

export interface WorkspaceReader {
  /** The workspace that the request is in. */
  get(): Promise<Workspace>;
}

export interface WorkspaceWriter {
  /** @throws {Refusal} `version_conflict` when it is no longer at `before.version` */
  update(before: Workspace, after: Workspace): Promise<void>;
  /**
   * Writes a workspace with a role less, together with whoever held it; at most ninety, none of them an owner.
   * @throws {Refusal} `version_conflict` of the workspace or of a member
   */
  removeRole(
    before: Workspace,
    after: Workspace,
    holders: readonly { before: Member; after: Member }[],
  ): Promise<void>;
}

/** Moves a workspace together with the slug it is found by. */
export interface SlugMover {
  /** @throws {Refusal} `version_conflict`, `validation_failed` at `/slug` when it is taken */
  move(before: Workspace, after: Workspace): Promise<void>;
}

export interface Founding {
  /** Writes the workspace, its slug and its first member together. @throws {Refusal} when the slug is taken */
  found(workspace: Workspace, owner: Member): Promise<void>;
}

export interface Joining {
  /** Adds a member and lets the directory know, together. */
  join(workspaceId: WorkspaceId, member: Member): Promise<void>;
}

interface Tools {
  clock: Clock;
  ids: Ids;
  workspaces: Founding;
  offers: OfferReader;
}

interface Beginning {
  name: string;
  slug: string;
  owner: Person;
  /** Key of the plan to begin with. */
  plan?: string | undefined;
}

/** Opens a workspace with its first owner. @throws {Refusal} `validation_failed` for a plan that is not sold */
export async function found(
  { clock, ids, workspaces, offers }: Tools,
  { name, slug, owner, plan = FIRST_PLAN }: Beginning,
): Promise<Workspace> {
  const at = clock.now();
  const offer = await offerOf(offers, 'plan', plan, '/plan');
  const workspace: Workspace = {
    id: ids.next('workspace'),
    version: 1,
    name,
    slug,
    status: 'active',
    timeZone: 'UTC',
    locale: 'en',
    currency: 'EUR',
    entitlements: { plan: pin(offer), addOns: [], modules: allEnabled },
    parkedAt: {},
    roles: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: himself(owner),
  };
  await workspaces.found(workspace, newMember(owner, 'owner', at, himself(owner)));
  return workspace;
}

/**
 * Opens a workspace for somebody who is not known yet; the pool mails a temporary password. A known address
 * changes nothing and is answered alike, since whether it is known is nobody's business.
 * @throws {Refusal} `validation_failed` at `/workspace/slug` when it is taken
 */
export async function signUp(
  deps: Tools & { slugs: { isTaken(slug: string): Promise<boolean> }; people: Inviting },
  { email, name, workspace }: StaffSignUp,
): Promise<void> {
  const { slugs, people } = deps;
  if (await slugs.isTaken(workspace.slug)) throw slugTaken('/workspace/slug');
  const userId = await people.invite(email);
  if (!userId) return;
  try {
    await found(deps, { ...workspace, owner: { userId, name, email } });
  } catch (error) {
    // Without its workspace the invitation leads nowhere, and would stand in the way of the next try.
    await people.withdraw(email);
    throw error;
  }
}

interface Inviting {
  /** The new person's id, or null when the address is known already. */
  invite(email: string): Promise<UserId | null>;
  withdraw(email: string): Promise<void>;
}

/** The address of a portal is unique in the installation. */
export const slugTaken = (pointer: string) =>
  invalidField(pointer, 'slug_taken', 'is in use by another workspace');

/** Makes a person a member of a workspace. */
export async function join(
  { clock, workspaces }: { clock: Clock; workspaces: Joining },
  workspaceId: WorkspaceId,
  person: Person,
  role: string,
): Promise<void> {
  await workspaces.join(workspaceId, newMember(person, role, clock.now(), himself(person)));
}

/** A member as he begins. */
export const newMember = (person: Person, role: string, at: string, by: ActorStamp): Member => ({
  ...person,
  version: 1,
  role,
  status: 'active',
  createdAt: at,
  updatedAt: at,
  updatedBy: by,
});

const himself = ({ userId, name }: Person): ActorStamp => ({ type: 'staff', id: userId, label: name });

/** What the workspace is called and where it is at home. */
export const settings = async ({
  data,
}: {
  data: { workspaces: WorkspaceReader };
}): Promise<WorkspaceSettings> => settingsOf(await data.workspaces.get());

/**
 * Changes the workspace; its slug only within a day of its founding, since links lead to it after that.
 * @throws {Refusal} `version_conflict`, `validation_failed` at `/slug`
 */
export async function updateSettings(
  deps: Deps<{ workspaces: WorkspaceReader & WorkspaceWriter }> & { slugs: SlugMover },
  patch: WorkspacePatch,
  expected: number,
): Promise<WorkspaceSettings> {
  const { data, slugs, clock } = deps;
  const before = await currentWorkspace(deps, expected);
  const after = nextVersion(deps, before, { ...before, ...defined(patch) });
  if (after.slug !== before.slug) {
    if (clock.now() >= slugLockedAt(before)) {
      throw invalidField(
        '/slug',
        'slug_locked',
        `can change within ${SLUG_HOURS} hours of the founding only`,
      );
    }
    await slugs.move(before, after);
  } else if (after !== before) await data.workspaces.update(before, after);
  return settingsOf(after);
}

/** The workspace at the version that a change is based on. @throws {Refusal} `version_conflict` */
export async function currentWorkspace(
  { data }: { data: { workspaces: WorkspaceReader } },
  expected: number,
): Promise<Workspace> {
  const workspace = await data.workspaces.get();
  if (workspace.version !== expected) throw workspaceMoved(workspace);
  return workspace;
}

/** Somebody else changed the workspace meanwhile. */
export const workspaceMoved = ({ version, updatedAt, updatedBy }: Workspace) =>
  new Refusal('version_conflict', {
    detail: `${updatedBy.label} changed the workspace.`,
    extra: { version, changedAt: updatedAt, changedBy: updatedBy.label },
  });

/** Overtime without a rate of its own is never silently the regular one. */
export const policyOf = ({ overtimePolicy }: Pick<Workspace, 'overtimePolicy'>): OvertimePolicy =>
  overtimePolicy ?? { kind: 'block' };

const settingsOf = (workspace: Workspace): WorkspaceSettings => {
  const { version, name, slug, timeZone, locale, currency, createdAt } = workspace;
  return {
    version,
    name,
    slug,
    slugLockedAt: slugLockedAt(workspace),
    timeZone,
    locale,
    currency,
    overtimePolicy: policyOf(workspace),
    createdAt,
  };
};

const slugLockedAt = ({ createdAt }: Workspace) =>
  new Date(Date.parse(createdAt) + SLUG_HOURS * 60 * 60 * 1000).toISOString();
