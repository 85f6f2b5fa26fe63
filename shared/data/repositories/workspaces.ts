import { Refusal } from '#contracts/errors.ts';
import { unlimited } from '#contracts/limits.ts';
import {
  type Founding,
  type Joining,
  type SlugMover,
  slugTaken,
  type Workspace,
  type WorkspaceReader,
  type WorkspaceWriter,
  workspaceMoved,
} from '#domain/workspaces.ts';
import { type Commit, committer, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import type { DocumentClient } from '../documents.ts';
import { Belonging, Person } from '../entities/person.ts';
import { Slug } from '../entities/slug.ts';
import { Tenant } from '../entities/tenant.ts';
import { Workspace as Entity, type WorkspaceItem } from '../entities/workspace.ts';
import { addMember, changeMember } from './members.ts';

export interface SlugReader {
  isTaken(slug: string): Promise<boolean>;
}

/** Which slugs are in use in the installation. */
export function slugReader(client: DocumentClient, table: string): SlugReader {
  return {
    async isTaken(slug) {
      const { data } = await Slug.get({ slug }).go({ client: client as never, table });
      return data !== null;
    },
  };
}

/** The workspace that the request is in. */
export function workspaceRepository({
  client,
  table,
  workspaceId,
  commit,
}: Db): WorkspaceReader & WorkspaceWriter {
  return {
    async get() {
      const { data } = await Entity.get({ workspaceId }).go({ client, table, consistent: true });
      if (!data) throw new Error('the workspace of the request is gone');
      return fromItem(data);
    },
    async update(before, after) {
      await commit([changeWorkspace(table, before, after)], after);
    },
    async removeRole(before, after, holders) {
      const moved = holders.map((one) => changeMember({ table, workspaceId }, one.before, one.after));
      await commit([changeWorkspace(table, before, after), ...moved], null);
    },
  };
}

interface Tables {
  main: string;
  directory: string;
}

/** A change of slug spans table and directory. */
export const slugMover = (commit: Commit, { main, directory }: Tables): SlugMover => ({
  async move(before, after) {
    const slug = Slug.create({ slug: after.slug, workspaceId: after.id }).params({ table: directory });
    await commit(
      [
        changeWorkspace(main, before, after),
        put(slug, () => slugTaken('/slug')),
        remove(Slug.delete({ slug: before.slug }).params({ table: directory })),
      ],
      after,
    );
  },
});

/** Workspaces and who belongs to them, in table and directory together. */
export function foundingRepository(client: DocumentClient, tables: Tables): Founding & Joining {
  const commit = committer(client, tables.main, null);
  const directory = { table: tables.directory };

  const belong = ({ userId, name, email }: Parameters<Joining['join']>[1], workspaceId: Workspace['id']) => [
    put(Person.put({ userId, name, email }).params(directory)),
    put(Belonging.put({ userId, workspaceId }).params(directory)),
  ];

  return {
    async found(workspace, owner) {
      const { id: workspaceId, slug } = workspace;
      const place = { table: tables.main, workspaceId, limits: unlimited };
      await commit(
        [
          put(Entity.create(toItem(workspace)).params({ table: tables.main })),
          put(Slug.create({ slug, workspaceId }).params(directory), () => slugTaken('/workspace/slug')),
          put(Tenant.create({ workspaceId }).params(directory)),
          ...addMember(place, owner),
          ...belong(owner, workspaceId),
        ],
        null,
      );
    },
    async join(workspaceId, member) {
      const place = { table: tables.main, workspaceId, limits: unlimited };
      await commit([...addMember(place, member), ...belong(member, workspaceId)], null);
    },
  };
}

/** The next state over the version it was made from. */
export function changeWorkspace(table: string, before: Workspace, after: Workspace): Write {
  const { workspaceId, createdAt: _, ...fields } = toItem(after);
  const params = Entity.patch({ workspaceId })
    .set(fields)
    .where(({ version }, { eq }) => eq(version, before.version))
    .params({ table });
  return update(params, (current) => {
    const { data } = Entity.parse({ Item: current });
    return data ? workspaceMoved(fromItem(data)) : new Refusal('not_found');
  });
}

const toItem = ({ id: workspaceId, roles, ...fields }: Workspace) => ({
  ...fields,
  workspaceId,
  roles: { ...roles },
});

/** Stored to domain. */
export const fromItem = ({ workspaceId: id, ...fields }: WorkspaceItem): Workspace => ({ id, ...fields });
