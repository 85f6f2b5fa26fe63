import type { PortalActor, PortalUser } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { PortalSection } from '#contracts/permissions.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type {
  PortalBootstrap,
  PortalCompany,
  PortalCompanyPage,
  PortalMe,
} from '#contracts/schemas/portal.ts';
import { readFields, type ShownField, type ShownValues } from './portal-fields.ts';

/** A company that a person may enter, as the directory names it. */
export interface PortalDoor {
  workspaceId: WorkspaceId;
  clientId: ClientId;
}

export interface PortalDirectory {
  /** The workspace whose portal answers at a host name. */
  workspaceAt(slug: string): Promise<WorkspaceId | null>;
  /** The person and the doors that stand open to him, of all portals. */
  portalPerson(userId: UserId): Promise<{ name: string; email: string; doors: PortalDoor[] } | null>;
}

export interface PortalReader {
  /** The company's copy in the portal partition. */
  company(): Promise<PortalCompany | null>;
  /** The workspace's own fields that portals show. */
  fields(): Promise<ShownField[]>;
  /** What the company has of them, perhaps of more. */
  values(): Promise<ShownValues | null>;
}

/** What stands behind some doors: copies and accesses that are live. */
export type PortalEntrances = (
  doors: readonly PortalDoor[],
) => Promise<(PortalDoor & { name: string; sections: readonly PortalSection[] })[]>;

export interface WorkspaceFront {
  /** What a workspace shows of itself to anybody. */
  front(workspaceId: WorkspaceId): Promise<PortalBootstrap | null>;
}

/** The allow-list: what of a client its own people may read. Null while the client is in the trash. */
export function companyOf(client: Client): PortalCompany | null {
  if (client.deletedAt) return null;
  const { name, legalName, website, status, ownerName, ownerEmail } = client;
  return { name, legalName, website, status, accountManager: { name: ownerName, email: ownerEmail } };
}

/** `northwind.portal.example.com` is the portal of `northwind`. Null for any other host. */
export const slugOf = (host: string): string | null =>
  /^([a-z0-9][a-z0-9-]*)\.portal\./.exec(host)?.[1] ?? null;

/**
 * What the portal at this host is, before anybody signs in.
 * @throws {Refusal} `not_found` for a host that is nobody's portal
 */
export async function bootstrap(
  { directory, workspaces }: { directory: PortalDirectory; workspaces: WorkspaceFront },
  host: string,
): Promise<PortalBootstrap> {
  const workspaceId = await workspaceAt(directory, host);
  const front = await workspaces.front(workspaceId);
  if (!front) throw notFound('workspace is not active');
  return front;
}

/**
 * Who is signed in at this portal; companies of other portals are not spoken of.
 * @throws {Refusal} `unauthenticated` for somebody the directory does not know, `not_found` for no portal
 */
export async function me(
  deps: { actor: PortalUser; directory: PortalDirectory; entrances: PortalEntrances },
  host: string,
): Promise<PortalMe> {
  const { actor, directory, entrances } = deps;
  const [workspaceId, person] = await Promise.all([
    workspaceAt(directory, host),
    directory.portalPerson(actor.userId),
  ]);
  if (!person) throw new Refusal('unauthenticated', { internal: 'not in the directory' });
  const open = await entrances(person.doors.filter((door) => door.workspaceId === workspaceId));
  return {
    user: { id: actor.userId, email: person.email, name: person.name },
    clients: open.map(({ sections, ...door }) => ({ ...door, sections: [...sections] })),
  };
}

/**
 * The person's own company, from what was copied for portals only.
 * @throws {Refusal} `not_found`
 */
export async function company({
  data,
}: {
  actor: PortalActor;
  data: PortalReader;
}): Promise<PortalCompanyPage> {
  const [copy, fields, values] = await Promise.all([data.company(), data.fields(), data.values()]);
  if (!copy) throw notFound('no portal copy of this client');
  return { ...copy, fields: readFields(fields, values) };
}

async function workspaceAt(directory: PortalDirectory, host: string): Promise<WorkspaceId> {
  const slug = slugOf(host);
  const workspaceId = slug && (await directory.workspaceAt(slug));
  if (!workspaceId) throw notFound(`no portal at ${host}`);
  return workspaceId;
}
