import { invalidField } from '#contracts/errors.ts';
import type { Feature } from '#contracts/features.ts';
import { features } from '#contracts/features.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import type { StaffSignUp } from '#contracts/schemas/session.ts';
import type { Clock, Ids } from './deps.ts';
import type { Member } from './members.ts';

/** A tenant: everything else belongs to exactly one. */
export interface Workspace {
  id: WorkspaceId;
  name: string;
  /** Lower-case and unique in the installation: the portal answers at it. */
  slug: string;
  status: 'active' | 'suspended';
  features: readonly Feature[];
  accessVersion: number;
  createdAt: string;
}

/** A person of staff as the pool knows him. */
export interface Person {
  userId: UserId;
  name: string;
  email: string;
}

export interface Founding {
  /** Writes the workspace, its slug and its first member together. @throws {Refusal} when the slug is taken */
  found(workspace: Workspace, owner: Member): Promise<void>;
}

export interface WorkspaceWriter extends Founding {
  /** Adds a member and lets the directory know, together. */
  join(workspaceId: WorkspaceId, member: Member, at: string): Promise<void>;
}

interface Tools {
  clock: Clock;
  ids: Ids;
  workspaces: Founding;
}

/** Opens a workspace with its first owner. */
export async function found(
  { clock, ids, workspaces }: Tools,
  input: { name: string; slug: string; owner: Person },
): Promise<Workspace> {
  const workspace: Workspace = {
    id: ids.next('workspace'),
    name: input.name,
    slug: input.slug,
    status: 'active',
    features,
    accessVersion: 1,
    createdAt: clock.now(),
  };
  await workspaces.found(workspace, member(input.owner, 'owner'));
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
  if (await slugs.isTaken(workspace.slug)) throw slugTaken();
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
export const slugTaken = () =>
  invalidField('/workspace/slug', 'slug_taken', 'is in use by another workspace');

/** Makes a person a member of a workspace. */
export async function join(
  { clock, workspaces }: { clock: Clock; workspaces: WorkspaceWriter },
  workspaceId: WorkspaceId,
  person: Person,
  role: string,
): Promise<void> {
  await workspaces.join(workspaceId, member(person, role), clock.now());
}

const member = (person: Person, role: string): Member => ({
  ...person,
  role,
  status: 'active',
  accessVersion: 0,
});
