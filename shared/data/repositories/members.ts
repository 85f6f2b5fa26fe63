import type { MemberReader } from '#domain/members.ts';
import type { Db } from '../db.ts';
import { Member } from '../entities/member.ts';

export function memberRepository({ client, table, workspaceId }: Db): MemberReader {
  return {
    /** One member by person. */
    async get(userId) {
      const { data } = await Member.get({ workspaceId, userId }).go({ client, table });
      return data;
    },

    /** Those of these people who are members, in one BatchGet. */
    async some(userIds) {
      const { data } = await Member.get(userIds.map((userId) => ({ workspaceId, userId }))).go({
        client,
        table,
      });
      return data;
    },
  };
}
