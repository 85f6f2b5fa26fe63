import type { WorkspaceId } from '#contracts/ids.ts';
import { type Project, Project as ProjectSchema } from '#contracts/schemas/project.ts';
import type { ProjectReader, ProjectWriter } from '#domain/projects.ts';
import { put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientSight } from '../entities/client-sight.ts';
import { Project as Entity, type ProjectItem } from '../entities/project.ts';
import { holdName } from './client-names.ts';
import { relinkWrites } from './client-sights.ts';
import { pageOptions, toPage } from './paging.ts';
import { dropRates } from './rate-levels.ts';
import { changeTo, withoutNulls } from './records.ts';

export function projectRepository(db: Db): ProjectReader & ProjectWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One project of one client; another client's project is absent. */
    async get(clientId, projectId) {
      const { data } = await Entity.get({ workspaceId, clientId, projectId }).go({ ...at, consistent: true });
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** The projects of a client in the order they were begun. */
    async ofClient(clientId, page) {
      const answer = await Entity.query
        .ofClient({ workspaceId, clientId })
        .go({ ...at, ...pageOptions(page) });
      return toPage({ ...answer, data: answer.data.filter(isLive) }, fromItem);
    },

    /** Some projects of a client by id, in one BatchGet. */
    async some(clientId, projectIds) {
      const keys = projectIds.map((projectId) => ({ workspaceId, clientId, projectId }));
      const { data } = await Entity.get(keys).go({ ...at, consistent: true });
      return data
        .filter(isLive)
        .map(fromItem)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    /** Every project that a member is in: his sights name the clients, and each client has its projects. */
    async ofMember(userId) {
      const shelves = await Promise.all(
        (['clients', 'trash'] as const).map((shelf) =>
          ClientSight.query.byName({ workspaceId, shelf, userId }).go({ ...at, pages: 'all' }),
        ),
      );
      const clientIds = shelves.flatMap(({ data }) => data.map(({ row }) => row.id));
      const found = await Promise.all(
        clientIds.map((clientId) =>
          Entity.query.ofClient({ workspaceId, clientId }).go({ ...at, pages: 'all' }),
        ),
      );
      return found
        .flatMap(({ data }) => data)
        .filter((item) => isLive(item) && item.memberIds.includes(userId))
        .map(fromItem);
    },

    async create(project, links) {
      const item = put(Entity.create(toItem(workspaceId, project)).params({ table }));
      await db.commit([item, ...holdName(db, 'project', null, project), ...relinkWrites(db, links)], project);
    },

    async update(before, after, links) {
      await db.commit(
        [change(db, before, after), ...holdName(db, 'project', before, after), ...relinkWrites(db, links)],
        after,
      );
    },

    /** Its rates go between the two steps: unreachable with the first, gone before the last. */
    async remove(before, tombstone, links) {
      const { clientId, id: projectId } = before;
      const gone = change(db, before, tombstone, tombstone.updatedAt);
      await db.commit([gone, ...holdName(db, 'project', before, null), ...relinkWrites(db, links)], null);
      await dropRates(db, clientId, projectId, tombstone);
      await Entity.delete({ workspaceId, clientId, projectId }).go(at);
    },
  };
}

/** A tombstone is there only between the two steps of a removal, or after a crash between them. */
const isLive = ({ deletedAt }: ProjectItem) => !deletedAt;

/** The next state over the version it was made from. */
function change({ table, workspaceId }: Db, before: Project, after: Project, deletedAt?: string): Write {
  const { workspaceId: _, clientId, projectId, createdAt: __, ...fields } = toItem(workspaceId, after);
  return changeTo(
    table,
    Entity.patch({ workspaceId, clientId, projectId }),
    { ...fields, deletedAt },
    before.version,
  );
}

function toItem(workspaceId: WorkspaceId, { id, ...fields }: Project) {
  return { ...withoutNulls(fields), workspaceId, projectId: id };
}

const absent = { description: null, startsOn: null, endsOn: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: ProjectItem): Project =>
  ProjectSchema.strip().parse({ ...absent, ...item, id: item.projectId });
