import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { MOST_LEVELS } from '#contracts/schemas/family.ts';
import type { SignedIn } from './given.ts';

/** Companies below each other, as many as there may be; the topmost first. */
export async function givenLine(
  { api, workspaceId }: Pick<SignedIn, 'api'> & { workspaceId: WorkspaceId },
  name: string,
): Promise<ClientId[]> {
  const line: ClientId[] = [];
  while (line.length < MOST_LEVELS) {
    const body = { name: `${name} ${line.length}` };
    const { data } = await api.clients.create({ params: { workspaceId }, body });
    if (!data) throw new Error('no client');
    const parentId = line.at(-1);
    const params = { workspaceId, clientId: data.id };
    if (parentId) await api.family.setParent({ params, ifMatch: 1, body: { parentId } });
    line.push(data.id);
  }
  return line;
}
