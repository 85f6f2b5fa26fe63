import { Refusal } from '#contracts/errors.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { CodeReader } from '#domain/client-codes.ts';
import { put, remove, type Write } from '../commit.ts';
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

/** Takes a new code and gives the old one back; a taken one refuses the whole change. */
export function holdCode({ table, workspaceId }: Db, before: Client | null, after: Client): Write[] {
  if (before?.code === after.code) return [];
  const release = before?.code
    ? [remove(ClientCodeGuard.delete({ workspaceId, code: before.code }).params({ table }))]
    : [];
  return after.code ? [...release, take(table, workspaceId, after.code, after)] : release;
}

function take(
  table: string,
  workspaceId: WorkspaceId,
  code: string,
  holder: { id: ClientId; name: string },
): Write {
  const guard = ClientCodeGuard.create({ workspaceId, code, clientId: holder.id, clientName: holder.name });
  return put(
    guard.params({ table }),
    () =>
      new Refusal('code_taken', {
        detail: `The code ${code} is in use.`,
        errors: [{ pointer: '/code', code: 'code_taken', message: 'is already in use by another client' }],
      }),
  );
}
