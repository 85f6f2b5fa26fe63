import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { missing } from '#contracts/entitlements.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { PortalSection } from '#contracts/permissions.ts';
import type {
  PortalDoor as Door,
  PortalDirectory,
  PortalEntrances,
  PortalReader,
  WorkspaceFront,
} from '#domain/portal.ts';
import { committer, put } from '../commit.ts';
import type { DocumentClient } from '../documents.ts';
import { Person } from '../entities/person.ts';
import { PortalAccess } from '../entities/portal-access.ts';
import { PortalCompany } from '../entities/portal-company.ts';
import { PortalDoor } from '../entities/portal-door.ts';
import { PortalFields, PortalValues } from '../entities/portal-fields.ts';
import { Slug } from '../entities/slug.ts';
import { Workspace } from '../entities/workspace.ts';
import { readPerson } from './directory.ts';

type Item = Record<string, unknown>;

/** The brand until a workspace chooses its own (issue of branding): a calm teal. */
const defaultColor = '#0f766a';

export function portalDirectory(client: DocumentClient, table: string): PortalDirectory {
  return {
    /** The workspace of a slug. */
    async workspaceAt(slug) {
      const { data } = await Slug.get({ slug }).go({ client: client as never, table });
      return data?.workspaceId ?? null;
    },

    /** The person and his doors in one query. */
    async portalPerson(userId) {
      const { person, of } = await readPerson(client, table, userId);
      const doors = of('portalDoor').flatMap((Item) => PortalDoor.parse({ Item }).data ?? []);
      return person && { name: person.name, email: person.email, doors };
    },
  };
}

/** One client's portal partition, and which of the workspace's own fields portals show. */
export function portalRepository(client: DocumentClient, table: string, door: Door): PortalReader {
  return {
    async company() {
      const { data } = await PortalCompany.get(door).go({ client: client as never, table });
      return data?.company ?? null;
    },
    /** Strongly consistent: what was hidden is hidden with the next request. */
    async fields() {
      const { workspaceId } = door;
      const { data } = await PortalFields.get({ workspaceId }).go({
        client: client as never,
        table,
        consistent: true,
      });
      return data?.fields ?? [];
    },
    async values() {
      const { data } = await PortalValues.get(door).go({ client: client as never, table });
      return data?.values ?? null;
    },
  };
}

/** The live access of a person at a client, strongly consistent: a revoked one is gone with the next request. */
export async function loadPortalAccess(
  client: DocumentClient,
  table: string,
  who: Door & { userId: UserId },
): Promise<{ name: string; sections: readonly PortalSection[] } | null> {
  const [access] = await readEntrances(client, table, who.userId, [who]);
  return access ? { name: access.person, sections: access.sections } : null;
}

/** What stands behind the doors of one person: accesses and copies, in one BatchGet. */
export const portalEntrances =
  (client: DocumentClient, table: string, userId: UserId): PortalEntrances =>
  async (doors) =>
    (await readEntrances(client, table, userId, doors)).map(({ person: _, ...entrance }) => entrance);

async function readEntrances(client: DocumentClient, table: string, userId: UserId, doors: readonly Door[]) {
  if (doors.length === 0) return [];
  const workspaceIds = [...new Set(doors.map(({ workspaceId }) => workspaceId))];
  const keys = [
    ...workspaceIds.map((workspaceId) => Workspace.get({ workspaceId }).params<{ Key: Item }>({ table }).Key),
    ...doors.flatMap(({ workspaceId, clientId }) => [
      PortalAccess.get({ workspaceId, clientId, userId }).params<{ Key: Item }>({ table }).Key,
      PortalCompany.get({ workspaceId, clientId }).params<{ Key: Item }>({ table }).Key,
    ]),
  ];
  const answer = await client.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
  );
  if (answer.UnprocessedKeys?.[table])
    throw new Refusal('dependency_down', { internal: 'BatchGet left keys unread', retryAfterSeconds: 1 });
  const items: Item[] = answer.Responses?.[table] ?? [];
  const open = new Set(items.filter(hasPortal).map(({ workspaceId }) => workspaceId));
  return doors.flatMap(({ workspaceId, clientId }) => {
    if (!open.has(workspaceId)) return [];
    const own = items.filter((item) => item.workspaceId === workspaceId && item.clientId === clientId);
    const access = PortalAccess.parse({ Item: own.find((item) => item.__edb_e__ === 'portalAccess') }).data;
    const copy = PortalCompany.parse({ Item: own.find((item) => item.__edb_e__ === 'portalCompany') }).data;
    if (access?.status !== 'active' || !copy) return [];
    return [
      { workspaceId, clientId, name: copy.company.name, sections: access.sections, person: access.name },
    ];
  });
}

/** Whether an item is a workspace whose portal is open: active, with the module on and in its plan. */
function hasPortal(Item: Item): boolean {
  if (Item.__edb_e__ !== 'workspace') return false;
  const { data } = Workspace.parse({ Item });
  return data?.status === 'active' && missing(data.entitlements, 'portal') === null;
}

/** What anybody may know of a workspace. */
export function workspaceFront(client: DocumentClient, table: string): WorkspaceFront {
  return {
    async front(workspaceId) {
      const { Key } = Workspace.get({ workspaceId }).params<{ Key: Item }>({ table });
      const { Item } = await client.send(new GetCommand({ TableName: table, Key }));
      const { data } = Workspace.parse({ Item });
      if (!data || !hasPortal(Item)) return null;
      return { workspaceId, name: data.name, locale: data.locale, color: defaultColor };
    },
  };
}

/** Opens the portal of a client to a person, in the client's partition and the directory together. */
export async function openPortal(
  client: DocumentClient,
  tables: { main: string; directory: string },
  access: {
    workspaceId: WorkspaceId;
    clientId: ClientId;
    contactId: ContactId;
    userId: UserId;
    name: string;
    email: string;
    sections: PortalSection[];
  },
): Promise<void> {
  const { email, ...rest } = access;
  const { userId, name, workspaceId, clientId } = access;
  await committer(
    client,
    tables.main,
    null,
  )(
    [
      put(PortalAccess.put({ ...rest, status: 'active' }).params({ table: tables.main })),
      put(Person.put({ userId, name, email }).params({ table: tables.directory })),
      put(PortalDoor.put({ userId, workspaceId, clientId }).params({ table: tables.directory })),
    ],
    null,
  );
}
