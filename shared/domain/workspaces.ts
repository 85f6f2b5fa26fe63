import type { Feature } from '#contracts/features.ts';
import { features } from '#contracts/features.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
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

export interface WorkspaceWriter {
  /** Writes the workspace, its slug and its first member together. @throws {Refusal} when the slug is taken */
  found(workspace: Workspace, owner: Member): Promise<void>;
  /** Adds a member and lets the directory know, together. */
  join(workspaceId: WorkspaceId, member: Member, at: string): Promise<void>;
}

interface Tools {
  clock: Clock;
  ids: Ids;
  workspaces: WorkspaceWriter;
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

/** Makes a person a member of a workspace. */
export async function join(
  { clock, workspaces }: Omit<Tools, 'ids'>,
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
