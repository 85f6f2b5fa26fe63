import type { WorkspaceId } from '#contracts/ids.ts';
import type { Member as MemberRecord } from '#domain/members.ts';
import { slugTaken, type WorkspaceWriter } from '#domain/workspaces.ts';
import { committer, put, type Write } from '../commit.ts';
import type { DocumentClient } from '../documents.ts';
import { Member } from '../entities/member.ts';
import { Belonging, Person } from '../entities/person.ts';
import { Slug } from '../entities/slug.ts';
import { Tenant } from '../entities/tenant.ts';
import { Workspace } from '../entities/workspace.ts';

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

/** Workspaces and who belongs to them: the one writer that spans table and directory. */
export function workspaceRepository(
  client: DocumentClient,
  tables: { main: string; directory: string },
): WorkspaceWriter {
  const commit = committer(client, tables.main, null);
  const [main, directory] = [{ table: tables.main }, { table: tables.directory }];

  const memberWrites = (workspaceId: WorkspaceId, member: MemberRecord, createdAt: string): Write[] => {
    const { userId, name, email } = member;
    return [
      put(Member.create({ ...member, workspaceId, createdAt }).params(main)),
      put(Person.put({ userId, name, email }).params(directory)),
      put(Belonging.put({ userId, workspaceId }).params(directory)),
    ];
  };

  return {
    async found(workspace, owner) {
      const { id: workspaceId, slug, features, ...rest } = workspace;
      await commit(
        [
          put(
            Workspace.create({ ...rest, slug, workspaceId, features: [...features], customRoles: {} }).params(
              main,
            ),
          ),
          put(Slug.create({ slug, workspaceId }).params(directory), slugTaken),
          put(Tenant.create({ workspaceId }).params(directory)),
          ...memberWrites(workspaceId, owner, workspace.createdAt),
        ],
        null,
      );
    },
    async join(workspaceId, member, at) {
      await commit(memberWrites(workspaceId, member, at), null);
    },
  };
}
