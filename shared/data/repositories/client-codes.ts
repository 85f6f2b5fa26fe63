import type { CodeReader } from '#domain/client-codes.ts';
import type { Db } from '../db.ts';
import { ClientCodeGuard } from '../entities/client-code.ts';

export function codeRepository({ client, table, workspaceId }: Db): CodeReader {
  return {
    /** Which of these codes are held, in one BatchGet. */
    async taken(codes) {
      const { data } = await ClientCodeGuard.get(codes.map((code) => ({ workspaceId, code }))).go({
        client,
        table,
      });
      return new Set(data.map(({ code }) => code));
    },
  };
}
