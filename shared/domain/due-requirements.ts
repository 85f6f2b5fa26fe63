import type { Page, PageRequest } from '#contracts/paging.ts';
import type { DueRequirement } from '#contracts/schemas/requirement.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { faceOf } from './requirement-states.ts';
import { forgotten, type Reading } from './requirements.ts';
import { sees } from './view-scope.ts';

/**
 * What is overdue, expired or about to be by a day, at the clients that this actor sees, the earliest deadline
 * first. What is waived is nobody's worry meanwhile. One page is as many reads however many clients there are; what
 * is left out of it makes it shorter, and the next one goes on behind.
 */
export async function due(deps: Reading, until: string, page: PageRequest): Promise<Page<DueRequirement>> {
  const { actor, clock, data } = deps;
  const [kept, standards, workspace] = await Promise.all([
    data.requirements.byDeadline(until, page),
    data.standards.all(),
    data.workspaces.get(),
  ]);
  const byKey = new Map(standards.map((standard) => [standard.key, standard]));
  const clients = await data.clients.some([...new Set(kept.data.map(({ clientId }) => clientId))]);
  const seen = new Map(
    clients.filter((client) => !client.deletedAt && sees(actor, client)).map((client) => [client.id, client]),
  );
  const today = dayIn(zoneOf(workspace), clock.now());
  const rows = kept.data.flatMap((one): DueRequirement[] => {
    const client = seen.get(one.clientId);
    const face = faceOf(one, byKey.get(one.standardKey) ?? forgotten(one), today);
    if (!client || face.state === 'waived') return [];
    const { id, clientId, standardName, state, deadline, ownerId, ownerName } = face;
    return [{ id, clientId, standardName, state, deadline, ownerId, ownerName, clientName: client.name }];
  });
  return { ...kept, data: rows };
}
