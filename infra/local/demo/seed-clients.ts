import { frozenClock } from '#cloud/clock.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { BuiltInRole } from '#contracts/roles.ts';
import { ClientCreate } from '#contracts/schemas/client.ts';
import * as Clients from '#domain/clients.ts';
import type { Person } from '#domain/workspaces.ts';
import type { World } from '../world.ts';
import type { DemoClient } from './clients.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Creates the demo's clients at their own times in the past, through the rules of the product. */
export async function seedClients(
  world: World,
  workspaceId: WorkspaceId,
  staff: readonly { person: Person; role: BuiltInRole }[],
  clients: readonly DemoClient[],
): Promise<void> {
  const founder = staff[0];
  if (!founder) return;
  for (const { name, code, legalName, website, address, owner, daysAgo } of clients) {
    const clock = frozenClock(new Date(Date.now() - daysAgo * DAY_MS).toISOString());
    const deps = world.acting(workspaceId, founder.person, founder.role, clock);
    const ownerId = staff[owner]?.person.userId;
    const addresses = [{ kind: 'billing', ...address }];
    await Clients.create(deps, ClientCreate.parse({ name, code, legalName, website, addresses, ownerId }));
  }
}
